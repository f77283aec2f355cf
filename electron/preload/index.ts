import { contextBridge, ipcRenderer } from 'electron'

/** Names of the contract's calls, put in at build time: a preload that imported the contract would be 400 times as long. */
declare const __HABEAS_CALLS__: readonly string[]

// One function a call and one for events; no channel name ever comes from the page (security rule 11).
const calls: Record<string, (input: unknown) => Promise<unknown>> = {}
for (const name of __HABEAS_CALLS__) calls[name] = (input) => ipcRenderer.invoke(`habeas:call:${name}`, input)

contextBridge.exposeInMainWorld('habeas', {
  calls,
  onEvent(callback: (event: unknown) => void): () => void {
    const listener = (_: unknown, event: unknown): void => callback(event)
    ipcRenderer.on('habeas:event', listener)
    return () => void ipcRenderer.removeListener('habeas:event', listener)
  },
})
