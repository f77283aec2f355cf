import { useCall } from './hooks.ts'

/** Whether anything can be written into the open vault: what can't be done is not offered. */
export const useCanWrite = (): boolean => useCall('vault.info', {}).data?.readOnly !== true
