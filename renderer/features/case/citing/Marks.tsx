import { CitationMarks, type MarkView } from '../../../components/fields/CitationMarks.tsx'
import { useBeside, useCaseView } from '../case-context.ts'

type Props = { marks: readonly MarkView[]; /** Inside a sentence the numbers take no more room than letters. */ inText?: boolean }

/** The citation marks of one statement. They alone are set anew when another source is shown beside the text. */
export const Marks = ({ marks, inText = false }: Props) => (marks.length === 0 ? null : <OpeningMarks marks={marks} inText={inText} />)

function OpeningMarks({ marks, inText = false }: Props) {
  const { open } = useCaseView()
  const { atHand } = useBeside()
  return <CitationMarks marks={marks} current={atHand} onOpen={open} inText={inText} />
}
