/** Sizes that the keys step through; 1 is the usual one. */
export const zooms = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

/** The next size up or down from any size; the ends stay. */
export function stepZoom(zoom: number, step: 1 | -1): number {
  const close = 0.001
  const next = step === 1 ? zooms.find((one) => one > zoom + close) : zooms.findLast((one) => one < zoom - close)
  return next ?? (step === 1 ? 2 : 0.8)
}
