import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What went through a network interface, counted by the kernel. */
export type Traffic = { packets: number; bytes: number }

export type NamespaceRun = {
  status: number | null
  output: string
  /** Through the only way out, look-ups too: the name server that the namespace knows lies there. */
  away: Traffic
  /** Within the machine; not a way out, but told apart from silence. */
  loopback: Traffic
}

const nameServer = '10.211.0.53'
/** Nobody waits for the answers that never come; one try is enough to be counted. */
const resolver = `nameserver ${nameServer}\noptions timeout:1 attempts:1\n`

/**
 * A network of its own whose only way out leads nowhere and is counted. A `dummy` where the kernel has it, else one end
 * of a pair. Nothing that the kernel itself would send (address searches, group reports) is left on.
 */
const setUp = `
set -eu
mount --bind "$RESOLVER" /etc/resolv.conf
ip link set lo up
if ! ip link add name away0 type dummy 2>/dev/null; then
  ip link add name away0 type veth peer name void0
  ip link set void0 addrgenmode none
  ip link set void0 arp off multicast off
  ip link set void0 up
fi
ip link set away0 addrgenmode none
ip link set away0 arp off multicast off
ip addr add 10.211.0.2/24 dev away0
ip link set away0 up
ip route add default via 10.211.0.1
ip -6 addr add fd00:211::2/64 dev away0 nodad || true
ip -6 route add default via fd00:211::1 dev away0 || true
cat /proc/net/dev > "$COUNTS.before"
set +e
"$@"
status=$?
cat /proc/net/dev > "$COUNTS.after"
exit $status
`

const unshareArguments = (): string[] => [
  '--net',
  '--mount',
  '--pid',
  '--fork',
  '--kill-child',
  '--mount-proc',
  ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']),
]

/** Why no network namespace can be made here; null where it can. */
export function whyNoNamespace(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are a matter of Linux'
  for (const program of ['unshare', 'ip'])
    if (spawnSync(program, ['--help'], { stdio: 'ignore' }).error !== undefined) return `the program ${program} is not installed`
  const tried = spawnSync('unshare', [...unshareArguments(), 'true'], { encoding: 'utf8' })
  return tried.status === 0 ? null : 'this system does not let this user make a network namespace'
}

function trafficOf(table: string, name: string): Traffic {
  const line = table.split('\n').find((one) => one.trim().startsWith(`${name}:`))
  if (line === undefined) throw new Error(`The kernel has no counter for ${name}.`)
  const numbers = line
    .slice(line.indexOf(':') + 1)
    .trim()
    .split(/\s+/)
    .map(Number)
  // Columns of /proc/net/dev: eight of what came in, then bytes and packets of what went out.
  const [bytesIn = 0, packetsIn = 0] = numbers
  const [bytesOut = 0, packetsOut = 0] = numbers.slice(8)
  return { packets: packetsIn + packetsOut, bytes: bytesIn + bytesOut }
}

/**
 * Runs a program in a network namespace of its own and counts what it and all that it starts sends.
 * @param command program and arguments
 * @param env the whole environment of the program
 * @param milliseconds after which all of it is killed
 */
export async function runInNamespace(
  command: readonly string[],
  { env = process.env, cwd, milliseconds = 120_000 }: { env?: NodeJS.ProcessEnv; cwd?: string; milliseconds?: number } = {},
): Promise<NamespaceRun> {
  // Not under TMPDIR of the program: what is counted here must not be part of what is scanned there.
  const folder = mkdtempSync(join(tmpdir(), 'habeas-namespace-'))
  const counts = join(folder, 'counts')
  const resolverFile = join(folder, 'resolv.conf')
  writeFileSync(resolverFile, resolver)
  try {
    const child = spawn('unshare', [...unshareArguments(), 'sh', '-c', setUp, 'sh', ...command], {
      env: { ...env, RESOLVER: resolverFile, COUNTS: counts },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString('utf8')))
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code))
    })
    clearTimeout(timer)
    const read = (when: string): string => {
      try {
        return readFileSync(`${counts}.${when}`, 'utf8')
      } catch {
        throw new Error(`The namespace could not be set up, or its program did not end in ${milliseconds} ms.\n${output}`)
      }
    }
    const since = (name: string): Traffic => {
      const [before, after] = [trafficOf(read('before'), name), trafficOf(read('after'), name)]
      return { packets: after.packets - before.packets, bytes: after.bytes - before.bytes }
    }
    return { status, output, away: since('away0'), loopback: since('lo') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
