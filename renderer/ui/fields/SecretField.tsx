// A field for a password or a PIN: unseen, until somebody wants to see what is typed. The library's does not say that it is wrong.
import { PasswordInput } from '@mantine/core'
import type { PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function SecretField({ error, ...rest }: Omit<PasswordInputProps, 'visibilityToggleButtonProps'>) {
  const { t } = useTranslation('common')
  const wrong = error !== undefined && error !== null && error !== false && error !== ''
  return (
    <PasswordInput
      {...rest}
      error={error}
      aria-invalid={wrong || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
    />
  )
}
