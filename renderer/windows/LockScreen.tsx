// What a program shows before anybody has shown who they are: the profiles, and the field for the PIN of the one that is chosen.
import { Radio, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pins } from '../../shared/contract/organisation.ts'
import { PinForm } from '../ui/PinForm.tsx'

type LockScreenProps = { organisation: string; current: string; profiles: Pins['profiles'] }

export function LockScreen({ organisation, current, profiles }: LockScreenProps) {
  const { t } = useTranslation('common')
  const [chosen, setChosen] = useState(current)
  const profile = profiles.find(({ id }) => id === chosen) ?? profiles[0]
  return (
    <Stack component="main" p="xl" gap="lg" maw={420} mx="auto" mt="clamp(0px, 8vh, 96px)">
      <Stack gap={4}>
        <Title order={1}>{t('pin.locked')}</Title>
        <Text c="dimmed">{organisation}</Text>
      </Stack>
      {profiles.length > 1 && (
        <Radio.Group label={t('pin.who')} value={profile?.id ?? ''} onChange={setChosen}>
          <ScrollArea.Autosize mah={260} type="auto">
            <Stack gap="xs" py="xs">
              {profiles.map(({ id, name }) => (
                <Radio key={id} value={id} label={name} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Radio.Group>
      )}
      {profile !== undefined && <PinForm key={profile.id} profile={profile} />}
      <Text size="sm" c="dimmed">
        {t('pin.forgotten')}
      </Text>
    </Stack>
  )
}
