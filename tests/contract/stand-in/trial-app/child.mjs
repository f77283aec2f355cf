const port = process.parentPort
// Electron keeps messages until there is a listener: the first one is asked for late on purpose.
setTimeout(() => {
  port.on('message', ({ data, ports }) => {
    if (data?.exit !== undefined) process.exit(data.exit)
    if (data?.spin) for (;;);
    if (data?.electron)
      return import('electron')
        .then(
          ({ net }) => port.postMessage(typeof net.fetch),
          (error) => port.postMessage(error.message),
        )
        .catch((error) => port.postMessage(error.message))
    port.postMessage({
      echo: data,
      ports: ports.length,
      type: process.type,
      args: process.argv.slice(2),
      kind: data?.bytes?.constructor.name,
      env: process.env.TRIAL ?? null,
    })
  })
}, 100)
