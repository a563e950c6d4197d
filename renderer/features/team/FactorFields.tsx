// What is asked about a second factor: its picture and key while it is set up, and a code of it.
import { Box, Code, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import type { DrawnFactor } from '../../../shared/contract/team.ts'
import { groupedSecret } from '../../../shared/team/otpauth.ts'

/** Dark on light in both schemes, as cameras want it. */
export function FactorPicture({ secret, uri }: DrawnFactor) {
  const { t } = useTranslation('team')
  const { data, size } = encode(uri, { border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <Stack gap="xs">
      <Text size="sm">{t('signIn.setUpText')}</Text>
      <Box
        component="svg"
        role="img"
        aria-label={t('signIn.picture')}
        viewBox={`0 0 ${size} ${size}`}
        w={192}
        maw="100%"
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </Box>
      <Text size="sm">
        {t('signIn.key')} <Code dir="ltr">{groupedSecret(secret)}</Code>
      </Text>
    </Stack>
  )
}

type CodeProps = {
  value: string
  onChange: (value: string) => void
  error: string | undefined
  fresh: boolean
  autoFocus?: boolean
}

/** `fresh`: of a second factor that is being set up, which has no recovery codes yet. */
export function FactorCode({ value, onChange, error, fresh, autoFocus = false }: CodeProps) {
  const { t } = useTranslation('team')
  return (
    <TextInput
      label={t('signIn.code')}
      description={t(fresh ? 'signIn.codeFresh' : 'signIn.codeHint')}
      autoComplete="one-time-code"
      value={value}
      maxLength={60}
      error={error}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
