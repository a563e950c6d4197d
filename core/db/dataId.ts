// The name of these data, drawn once and carried into every backup: by it a copy is known as one of the same data, whatever stands in it.
import type { Data, WritableData } from './data.ts'
import { readDevice, removeDevice, writeDevice } from '../kept/deviceRow.ts'

const KEY = 'dataId'

/** null: made by a version that named none, and not opened since. */
export const dataId = (data: Data): string | null => readDevice(data, KEY)

export function nameData(data: WritableData, newId: () => string): void {
  if (dataId(data) === null) writeDevice(data, KEY, newId())
}

/** What takes their place has a trail of its own, which no backup of before can be held against. */
export const forgetName = (data: WritableData): void => removeDevice(data, KEY)
