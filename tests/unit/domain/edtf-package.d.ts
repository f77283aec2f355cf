// The package ships no declarations; this is the little of it that the tests ask, as a second opinion.
declare module 'edtf' {
  export default function edtf(text: string): { min: number; max: number }
}
