/** Hints and styles say nothing when they are refused; that nothing left is counted in packets (attack-packets.test.ts). */
export const silentWays: readonly string[] = [
  'prefetch',
  'preconnect',
  'DNS prefetch',
  'prerender',
  'manifest',
  'icon',
  'preload',
  'module preload',
  'style imported',
  'link with a ping',
  'download',
]

/**
 * Every way by which a page could send, fetch or look something up, each with what it came to. Runs on the page itself.
 * Those that are `silent` are given up a while after all others have said something, however slow the machine is.
 */
export async function everyWayOut(silent: readonly string[]): Promise<Record<string, string>> {
  const target = 'https://example.org/x'
  const patience = 1500
  const silenceAfter = (milliseconds: number): Promise<string> =>
    new Promise((resolve) => {
      setTimeout(() => resolve('silence'), milliseconds)
    })
  const said = async (work: () => unknown, late: Promise<string>): Promise<string> => {
    try {
      return await Promise.race([Promise.resolve(work()).then((value) => `reached: ${String(value)}`), late])
    } catch {
      return 'refused'
    }
  }
  const element = (name: string, attributes: Record<string, string>): Promise<string> =>
    new Promise((resolve, reject) => {
      const made = document.createElement(name)
      made.addEventListener('load', () => resolve('loaded'))
      made.addEventListener('loadeddata', () => resolve('loaded'))
      made.addEventListener('error', () => reject(new Error('not loaded')))
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
      ;(name === 'link' || name === 'meta' ? document.head : document.body).append(made)
    })
  const opened = (make: () => EventTarget): Promise<string> =>
    new Promise((resolve, reject) => {
      const door = make()
      door.addEventListener('open', () => resolve('open'))
      door.addEventListener('error', () => reject(new Error('refused')))
      door.addEventListener('close', () => reject(new Error('closed')))
    })
  const asked = (method: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.addEventListener('load', () => resolve(String(request.status)))
      request.addEventListener('error', () => reject(new Error('refused')))
      request.open(method, target)
      request.send('x')
    })
  const candidates = async (): Promise<string> => {
    const connection = new RTCPeerConnection({
      iceServers: [{ urls: 'stun:192.0.2.1:3478' }, { urls: 'turn:example.org', username: 'a', credential: 'b' }],
    })
    const found: string[] = []
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate)
    })
    connection.createDataChannel('out')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise((resolve) => {
      setTimeout(resolve, patience / 2)
    })
    connection.close()
    if (found.length === 0) throw new Error('no way found')
    return found.join()
  }
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(target, { mode: 'no-cors' }),
    'fetch with keepalive': () => fetch(target, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    'fetch of an address': () => fetch('http://192.0.2.1/'),
    'fetch of this machine': () => fetch('http://127.0.0.1:9/'),
    'fetch of a file': () => fetch('file:///etc/passwd'),
    'XHR GET': () => asked('GET'),
    'XHR POST': () => asked('POST'),
    WebSocket: () => opened(() => new WebSocket('wss://example.org/')),
    EventSource: () => opened(() => new EventSource(target)),
    WebTransport: () =>
      new (globalThis as unknown as { WebTransport: new (url: string) => { ready: Promise<unknown> } }).WebTransport(target).ready,
    WebRTC: candidates,
    image: () => element('img', { src: target }),
    'image set': () => element('img', { srcset: `${target} 2x` }),
    audio: () => element('audio', { src: target, preload: 'auto' }),
    video: () => element('video', { src: target, poster: target, preload: 'auto' }),
    object: () => element('object', { data: target }),
    embed: () => element('embed', { src: target }),
    frame: () =>
      element('iframe', { src: target }).then(() => {
        throw new Error('a frame tells that it loaded when it was refused too')
      }),
    script: () => element('script', { src: target }),
    'script as module': () => element('script', { src: target, type: 'module' }),
    'style sheet': () => element('link', { rel: 'stylesheet', href: target }),
    prefetch: () => element('link', { rel: 'prefetch', href: target }),
    preload: () => element('link', { rel: 'preload', as: 'image', href: target }),
    'module preload': () => element('link', { rel: 'modulepreload', href: target }),
    preconnect: () => element('link', { rel: 'preconnect', href: 'https://example.org' }),
    'DNS prefetch': () => element('link', { rel: 'dns-prefetch', href: '//example.org' }),
    prerender: () => element('link', { rel: 'prerender', href: target }),
    manifest: () => element('link', { rel: 'manifest', href: target }),
    icon: () => element('link', { rel: 'icon', href: target }),
    'dynamic import': () => import(/* @vite-ignore */ target),
    'import of data': () => import(/* @vite-ignore */ ['data:text/javascript', 'export default 1'].join()),
    'import of a blob': () => import(/* @vite-ignore */ URL.createObjectURL(new Blob(['export default 1'], { type: 'text/javascript' }))),
    'font face': () => new FontFace('smuggled', `url(${target})`).load(),
    worker: () =>
      opened(() => Object.assign(new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))), {})),
    'shared worker': () => opened(() => new SharedWorker(target)),
    'service worker': () =>
      navigator.serviceWorker.register('/index.html').then((made: unknown) => {
        // The tests' own Chromium answers nothing where it blocks one.
        if (made === undefined) throw new Error('blocked')
        return made
      }),
    worklet: () => new AudioContext().audioWorklet.addModule(target),
    'style imported': () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`body { background: url(${target}) }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      return new Promise(() => undefined)
    },
    'link with a ping': () => {
      const link = Object.assign(document.createElement('a'), { href: '#', ping: target })
      document.body.append(link)
      link.click()
      return new Promise(() => undefined)
    },
    download: () => {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' })
      document.body.append(link)
      link.click()
      return new Promise(() => undefined)
    },
    payment: () =>
      new (globalThis as unknown as { PaymentRequest: new (...args: unknown[]) => { show: () => Promise<unknown> } }).PaymentRequest(
        [{ supportedMethods: target }],
        { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } },
      ).show(),
  }
  const results: Record<string, string> = {}
  const tell =
    (late: Promise<string>) =>
    async ([way, work]: [string, () => unknown]): Promise<void> => {
      results[way] = await said(work, late)
    }
  const all = Object.entries(ways)
  const telling = Promise.all(all.filter(([way]) => !silent.includes(way)).map(tell(silenceAfter(30_000))))
  const quiet = all.filter(([way]) => silent.includes(way)).map(tell(telling.then(() => silenceAfter(patience))))
  await Promise.all([telling, ...quiet])
  // It is only queued; whether anything leaves is for whoever counts packets.
  navigator.sendBeacon(target, 'x')
  return results
}
