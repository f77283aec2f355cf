/** Pairs a string of letters with their Latin spellings, both parted by spaces. */
function letters(from: string, to: string): ReadonlyMap<string, string> {
  const spellings = to.split(' ')
  return new Map(from.split(' ').map((letter, index) => [letter, (spellings[index] ?? '').replace('-', '')]))
}

/** Cyrillic, folded: Russian, Ukrainian, and the extra letters of Central Asia and the Caucasus. `-` stands for nothing. */
export const cyrillicToLatin: ReadonlyMap<string, string> = letters(
  'а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я і є ґ қ ғ ҳ ҷ ң ө ү ұ һ ә ў ї',
  'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh sh - y - e yu ya i e g k g kh j n o u u h a u i',
)

/** Greek, folded. */
export const greekToLatin: ReadonlyMap<string, string> = letters(
  'α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω',
  'a v g d e z i th i k l m n ks o p r s t i f kh ps o',
)

/** Arabic consonants, folded, with those of Persian, Urdu and Kurdish; short vowels are not written. */
export const arabicToLatin: ReadonlyMap<string, string> = letters(
  'ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي پ چ ژ گ ڤ ٹ ڈ ڑ ں ڵ ڕ ۆ',
  'a b t th j h kh d dh r z s sh s d t z a gh f k k l m n h w y p ch j g v t d r n l r o',
)

/** Short given names whose unwritten vowels the letters can't tell. */
export const arabicNames: ReadonlyMap<string, string> = new Map([
  ['عمر', 'omar'],
  ['علي', 'ali'],
  ['سعيد', 'said'],
  ['يحيي', 'yahya'],
  ['سعد', 'saad'],
  ['زيد', 'zaid'],
  ['هدي', 'huda'],
  ['مها', 'maha'],
  ['مني', 'muna'],
  ['رضا', 'reda'],
  ['طه', 'taha'],
  ['ليلي', 'layla'],
  ['هند', 'hind'],
  ['امل', 'amal'],
  ['نور', 'nur'],
])
