import { z } from 'zod'

import { calls, callNames, isCallName } from '../contract/index.ts'
import type { Answer, CallName } from '../contract/index.ts'
import type { CommandContext } from './context.ts'
import type { ExitCode } from './exit-codes.ts'
import { Failure } from './failure.ts'
import { answerAppCall } from './rpc-app-calls.ts'
import { answerDraftsCall, closeDrafts } from './rpc-drafts.ts'
import { makeDispatcher } from './session.ts'
import type { Session } from './session.ts'

/** Every call with the JSON Schemas of its input and output. */
export const listCalls = (): unknown[] =>
  callNames.map((call) => {
    const { kind, input, output, reads, writes } = calls[call]
    return {
      call,
      kind,
      input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
      output: z.toJSONSchema(output, { unrepresentable: 'any' }),
      reads,
      writes,
    }
  })

const requestSchema = z.object({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  call: z.string(),
  input: z.unknown().optional(),
})

type Answering = (call: CallName, input: unknown) => Promise<Answer<unknown>>

async function answerLine(line: string, lineNumber: number, answering: Answering): Promise<unknown> {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return { id: null, ok: false, error: { code: 'invalid_input', params: { line: lineNumber, path: '', reason: 'not_json' } } }
  }
  const request = requestSchema.safeParse(parsed)
  if (!request.success)
    return {
      id: null,
      ok: false,
      error: {
        code: 'invalid_input',
        params: { line: lineNumber, path: String(request.error.issues[0]?.path[0] ?? ''), reason: 'not_a_request' },
      },
    }
  const id = request.data.id ?? null
  const { call, input } = request.data
  if (!isCallName(call)) return { id, ok: false, error: { code: 'invalid_input', params: { path: 'call', reason: 'unknown_call' } } }
  const answer = await answering(call, input === undefined ? {} : input)
  return answer.ok ? { id, ok: true, value: answer.value } : { id, ok: false, error: answer.error }
}

/** The page's own contract as JSON lines; a command is answered only once it is durable. */
export async function rpc(context: CommandContext): Promise<ExitCode> {
  const { values, output, folder, lines } = context
  if (values['list'] === true) {
    output.line(listCalls())
    return 0
  }
  if (folder === '') context.refuseUsage('rpc VAULT')
  if (values['locked'] === true) {
    const dispatcher = makeDispatcher()
    await answerAll(context, answeringOf(dispatcher, undefined))
    return 0
  }
  return context.withVault(async (session) => {
    try {
      await answerAll({ lines, output }, answeringOf(session.dispatcher, session))
    } finally {
      closeDrafts(session)
    }
    return 0
  })
}

async function answerAll({ lines, output }: Pick<CommandContext, 'lines' | 'output'>, answering: Answering): Promise<void> {
  for (let number = 1; ; number += 1) {
    try {
      const line = await lines.next()
      if (line === undefined) return
      if (line.trim() !== '') output.line(await answerLine(line, number, answering))
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'invalid_input') throw error
      output.line({ id: null, ok: false, error: { code: error.code, params: error.params } })
    }
  }
}

const answeringOf =
  (dispatcher: Session['dispatcher'], session: Session | undefined): Answering =>
  async (call, input) => {
    const { where } = calls[call]
    // A re-key gives the drafts a new key too; they open with it when they are next asked for.
    if (call === 'keys.rekey' && session !== undefined) closeDrafts(session)
    if (where === 'vault') return dispatcher.dispatch(call, input)
    return where === 'drafts' ? answerDraftsCall(call, input, session) : answerAppCall(call, input, session)
  }
