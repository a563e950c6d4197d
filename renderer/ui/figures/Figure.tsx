// A computed figure that opens, on click, how it came about: contract version, rule, rate and arithmetic (G7).
import { CloseButton, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExplainStep } from '../../../shared/contract/diary.ts'
import { useFormat } from './format.ts'
import classes from './Figure.module.css'
import { explainStep } from './explainStep.ts'

export type FigureProps = {
  /** What the figure is called, such as Total Hours. */
  label: string
  /** A function: what explains it is asked for once it is opened. */
  steps: readonly ExplainStep[] | (() => ReactNode)
  children: ReactNode
  /** Whose figure it is, where several stand in a table. */
  of?: string
}

export function Figure({ label, steps, children, of }: FigureProps) {
  const { t } = useTranslation('diary')
  const [open, setOpen] = useState(false)
  const figure = of === undefined ? label : `${label}, ${of}`
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={380}
      withinPortal
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <UnstyledButton
          className={`${classes.figure} num`}
          title={t('explain.open', { figure: label })}
          aria-label={`${figure}: ${typeof children === 'string' ? children : ''}. ${t('explain.open', { figure: label })}`}
          onClick={(event) => {
            event.stopPropagation()
            setOpen((was) => !was)
          }}
        >
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()} maw="calc(100vw - 24px)">
        <Group justify="space-between" wrap="nowrap" mb="xs">
          <Text size="sm" fw={600}>
            {t('explain.title', { figure: label })}
          </Text>
          <CloseButton size="sm" aria-label={t('day.close')} onClick={() => setOpen(false)} />
        </Group>
        {typeof steps === 'function' ? open && steps() : <Explanation steps={steps} />}
      </Popover.Dropdown>
    </Popover>
  )
}

export function Explanation({ steps }: { steps: readonly ExplainStep[] }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  if (steps.length === 0) return <Text size="sm">{t('explain.none')}</Text>
  return (
    // A long way to a figure is scrolled, also by keys.
    <Stack gap={0} component="ol" className={classes.steps ?? ''} tabIndex={steps.length > 8 ? 0 : undefined}>
      {steps.map((step, index) => {
        const { text, result } = explainStep(step, t, format)
        return (
          <li
            key={`${step.code} ${index}`}
            className={classes.step}
            data-last={index === steps.length - 1 || undefined}
          >
            <span>{text}</span>
            <span className="num">{result}</span>
          </li>
        )
      })}
    </Stack>
  )
}
