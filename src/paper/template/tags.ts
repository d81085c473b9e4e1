/** How a tag is used: a line of text, lines that repeat (`{#tag}{.}{/tag}`), or whole paragraphs and tables (`{@tag}`, alone in its paragraph). */
export type TagKind = 'text' | 'lines' | 'blocks';

/** A tag as it stands in a text: its mark and its name. */
export const TAG = /\{([#/@^]?)([^{}]*)\}/gu;

/**
 * The one list of the tags of the .docx template. Each has the name that the default template uses and the one that an office
 * types into its own Word file; without a required one there is no report.
 */
export const TEMPLATE_TAGS = {
  superior: { office: 'co_quan_chu_quan', kind: 'lines', required: false },
  issuer: { office: 'co_quan_ban_hanh', kind: 'lines', required: false },
  nation: { office: 'quoc_hieu', kind: 'text', required: false },
  motto: { office: 'tieu_ngu', kind: 'text', required: false },
  number: { office: 'so_ky_hieu', kind: 'text', required: false },
  placeAndDay: { office: 'dia_danh_ngay', kind: 'text', required: false },
  docType: { office: 'ten_loai', kind: 'text', required: false },
  subject: { office: 'trich_yeu', kind: 'text', required: false },
  addressees: { office: 'kinh_gui', kind: 'lines', required: false },
  body: { office: 'noi_dung', kind: 'blocks', required: true },
  recipientsLabel: { office: 'nhan_noi_nhan', kind: 'text', required: false },
  recipients: { office: 'noi_nhan', kind: 'lines', required: false },
  authority: { office: 'quyen_han', kind: 'text', required: false },
  signerTitle: { office: 'chuc_vu', kind: 'text', required: false },
  signerName: { office: 'ho_ten', kind: 'text', required: false },
  sections: { office: 'phu_luc', kind: 'blocks', required: false },
  banner: { office: 'dong_dau_trang', kind: 'lines', required: false },
  title: { office: 'tieu_de_tep', kind: 'text', required: false },
} as const satisfies Readonly<Record<string, { readonly office: string; readonly kind: TagKind; readonly required: boolean }>>;
export type TemplateTag = keyof typeof TEMPLATE_TAGS;

/** Each tag under both of its names. */
export function underBothNames<Value>(values: Readonly<Partial<Record<TemplateTag, Value>>>): Record<string, Value> {
  const names: Readonly<Record<string, { readonly office: string }>> = TEMPLATE_TAGS;
  return Object.fromEntries(
    Object.entries(values).flatMap(([tag, value]) => [
      [tag, value],
      [names[tag]?.office ?? tag, value],
    ]),
  );
}
