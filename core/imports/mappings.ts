// How files were mapped the last time, by their headers: kept by this device.
import { z } from 'zod'
import { ImportOptions } from '../../shared/contract/timeImport.ts'
import type { Data, WritableData } from '../db/data.ts'
import { readDevice, writeDevice } from '../kept/deviceRow.ts'

const KEY = 'importMappings'
const MOST_KEPT = 50

export function rememberedMappings(data: Data): Record<string, ImportOptions> {
  const text = readDevice(data, KEY)
  if (text === null) return {}
  const read = z.record(z.string(), ImportOptions()).safeParse(JSON.parse(text))
  return read.success ? read.data : {}
}

/** The newest last; answers to one file's clock changes are no rule for the next. */
export function rememberMapping(
  data: WritableData,
  signature: string,
  { twice: _, missing: __, ...options }: ImportOptions,
): void {
  const { [signature]: ___, ...others } = rememberedMappings(data)
  const kept = [...Object.entries(others).slice(1 - MOST_KEPT), [signature, options]]
  writeDevice(data, KEY, JSON.stringify(Object.fromEntries(kept)))
}
