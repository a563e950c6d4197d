// Which colour a thing has: one of the few that can be read in both schemes.
import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Colour } from '../../../shared/entities/colour.ts'
import { ColourMark } from '../figures/ColourMark.tsx'

export type ColourSelectProps = {
  value: Colour
  onChange: (colour: Colour) => void
  disabled?: boolean
  width?: number | string
  labelClass?: string
}

export function ColourSelect({ value, onChange, disabled = false, width, labelClass }: ColourSelectProps) {
  const { t } = useTranslation('common')
  return (
    <Select
      label={t('colour.label')}
      {...(labelClass !== undefined && { classNames: { label: labelClass } })}
      data={Colour.options.map((colour) => ({ value: colour, label: t(`colour.${colour}`) }))}
      value={value}
      leftSection={<ColourMark colour={value} />}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap">
          <ColourMark colour={option.value} />
          {option.label}
        </Group>
      )}
      disabled={disabled}
      allowDeselect={false}
      onChange={(to) => {
        if (to !== value) onChange(Colour.parse(to))
      }}
      w={width}
    />
  )
}
