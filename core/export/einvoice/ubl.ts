// An invoice or a credit note as UBL 2.1 (OASIS), in the order of its schema.
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { InvoiceLine, Party } from '../../../shared/entities/invoice.ts'
import type { Tax } from '../../../shared/entities/tax.ts'
import * as norm from './facts.ts'
import type { XmlNode } from './xmlTree.ts'
import { group, text, xmlText } from './xmlTree.ts'

const SPACES = {
  'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
}

export function ublOf(invoice: InvoiceView): string {
  const kind = invoice.kind === 'creditNote' ? 'CreditNote' : 'Invoice'
  const { currency } = invoice
  const inMinor = norm.amountIn(invoice)
  const money = (name: string, minor: number) => text(name, inMinor(minor), { currencyID: currency })
  const vat = norm.namesVat(invoice)
  const noun = kind === 'Invoice' ? 'InvoiceLine' : 'CreditNoteLine'
  const quantity = kind === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity'
  const root = group(
    `${kind === 'Invoice' ? 'ubl' : 'cn'}:${kind}`,
    [
      text('cbc:CustomizationID', norm.SPECIFICATION),
      text('cbc:ID', invoice.number),
      text('cbc:IssueDate', invoice.date),
      kind === 'Invoice' ? text('cbc:DueDate', invoice.dueDate) : null,
      text(`cbc:${kind}TypeCode`, norm.TYPE_CODES[invoice.kind]),
      text('cbc:Note', [invoice.reason, invoice.notes].filter(Boolean).join('\n')),
      text('cbc:DocumentCurrencyCode', currency),
      text('cbc:BuyerReference', invoice.buyer.buyerReference),
      group('cac:InvoicePeriod', [
        text('cbc:StartDate', invoice.period.from),
        text('cbc:EndDate', invoice.period.to),
      ]),
      kind === 'CreditNote'
        ? group('cac:BillingReference', [
            group('cac:InvoiceDocumentReference', [text('cbc:ID', invoice.counterpart?.number ?? null)]),
          ])
        : null,
      group('cac:AccountingSupplierParty', [party(invoice.seller, vat)]),
      group('cac:AccountingCustomerParty', [party({ ...invoice.buyer, taxNumber: '' }, vat)]),
      kind === 'Invoice' ? payment(invoice) : null,
      kind === 'Invoice' ? group('cac:PaymentTerms', [text('cbc:Note', invoice.terms)]) : null,
      invoice.taxes
        .filter(({ discountMinor }) => discountMinor !== 0)
        .map(({ tax, discountMinor }) =>
          group('cac:AllowanceCharge', [
            text('cbc:ChargeIndicator', 'false'),
            text('cbc:AllowanceChargeReasonCode', norm.DISCOUNT_CODE),
            money('cbc:Amount', discountMinor),
            category('cac:TaxCategory', tax, ''),
          ]),
        ),
      group('cac:TaxTotal', [
        money('cbc:TaxAmount', invoice.taxMinor),
        invoice.taxes.map(({ tax, baseMinor, taxMinor }) =>
          group('cac:TaxSubtotal', [
            money('cbc:TaxableAmount', baseMinor),
            money('cbc:TaxAmount', taxMinor),
            category('cac:TaxCategory', tax, norm.exemptionOf(tax, invoice)),
          ]),
        ),
      ]),
      group('cac:LegalMonetaryTotal', [
        money('cbc:LineExtensionAmount', invoice.sumMinor),
        money('cbc:TaxExclusiveAmount', invoice.netMinor),
        money('cbc:TaxInclusiveAmount', invoice.totalMinor),
        invoice.discountMinor === 0 ? null : money('cbc:AllowanceTotalAmount', invoice.discountMinor),
        money('cbc:PayableAmount', invoice.totalMinor),
      ]),
      invoice.lines.map((line, index) => lineOf(line, index)),
    ],
    {
      [kind === 'Invoice' ? 'xmlns:ubl' : 'xmlns:cn']:
        `urn:oasis:names:specification:ubl:schema:xsd:${kind}-2`,
      ...SPACES,
    },
  )
  function lineOf(line: InvoiceLine, index: number): XmlNode | null {
    return group(`cac:${noun}`, [
      text('cbc:ID', String(index + 1)),
      text(quantity, norm.hundredths(line.quantityHundredths), { unitCode: norm.UNIT_CODES[line.unit] }),
      money('cbc:LineExtensionAmount', line.amountMinor),
      group('cac:Item', [
        text('cbc:Name', norm.nameOfLine(line.text)),
        category('cac:ClassifiedTaxCategory', line.tax, ''),
      ]),
      group('cac:Price', [money('cbc:PriceAmount', line.unitPriceMinor)]),
    ])
  }
  if (root === null) throw new RangeError('an invoice without anything')
  return xmlText(root)
}

const category = (name: string, tax: Tax, reason: string): XmlNode | null =>
  group(name, [
    text('cbc:ID', tax.taxCategory),
    text('cbc:Percent', norm.percentOf(tax)),
    text('cbc:TaxExemptionReason', reason),
    group('cac:TaxScheme', [text('cbc:ID', 'VAT')]),
  ])

function party(of: Party, vat: boolean): XmlNode | null {
  const [street, second, third] = norm.addressLines(of)
  return group('cac:Party', [
    group('cac:PartyName', [text('cbc:Name', of.name)]),
    group('cac:PostalAddress', [
      text('cbc:StreetName', street),
      text('cbc:AdditionalStreetName', second),
      text('cbc:CityName', of.city),
      text('cbc:PostalZone', of.postCode),
      group('cac:AddressLine', [text('cbc:Line', third)]),
      group('cac:Country', [text('cbc:IdentificationCode', of.country)]),
    ]),
    vat && of.vatId !== ''
      ? group('cac:PartyTaxScheme', [
          text('cbc:CompanyID', of.vatId),
          group('cac:TaxScheme', [text('cbc:ID', 'VAT')]),
        ])
      : null,
    of.taxNumber === ''
      ? null
      : group('cac:PartyTaxScheme', [
          text('cbc:CompanyID', of.taxNumber),
          group('cac:TaxScheme', [text('cbc:ID', 'FC')]),
        ]),
    group('cac:PartyLegalEntity', [
      text('cbc:RegistrationName', of.name),
      text('cbc:CompanyID', vat ? '' : of.taxNumber),
    ]),
    group('cac:Contact', [
      text('cbc:Name', of.contactPerson),
      text('cbc:Telephone', of.phone),
      text('cbc:ElectronicMail', of.email),
    ]),
  ])
}

const payment = ({ seller, number }: InvoiceView): XmlNode | null =>
  seller.iban === ''
    ? null
    : group('cac:PaymentMeans', [
        text('cbc:PaymentMeansCode', norm.PAYMENT_CODE),
        text('cbc:PaymentID', number),
        group('cac:PayeeFinancialAccount', [
          text('cbc:ID', seller.iban),
          text('cbc:Name', seller.name),
          group('cac:FinancialInstitutionBranch', [text('cbc:ID', seller.bic)]),
        ]),
      ])
