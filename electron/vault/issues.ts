import type { z } from 'zod'

/** Path and reason of what is wrong with an input; never what stands there. */
export function describeIssue(error: z.ZodError): { path: string; reason: string } {
  const issue = error.issues[0]
  if (issue === undefined) return { path: '', reason: 'invalid' }
  // Our own refinements carry a code as their message; zod's own messages may quote the input.
  return { path: pathOf(issue), reason: issue.code === 'custom' && /^[a-z_]+$/.test(issue.message) ? issue.message : issue.code }
}

/** Where in a value an issue stands: `fields.name`. */
export const pathOf = (issue: z.core.$ZodIssue | undefined): string => (issue?.path ?? []).map(String).join('.')
