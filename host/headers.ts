// The security headers of every answer of the host.
import type { Address } from './address.ts'
import { pageHeaders } from '../core/pages/policy.ts'

export const securityHeaders = ({ host }: Address): Record<string, string> => pageHeaders([`ws://${host}`])
