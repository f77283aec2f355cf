export { marksIn, splitMarks, stripMarks, type MarkedPart } from './mark-parts.ts'
export { sentencesOf, unsourcedSentences, type Sentence } from './sentences.ts'
