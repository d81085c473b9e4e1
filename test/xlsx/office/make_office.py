"""A workbook as an office decorated it over the years, made by XlsxWriter: `make_office.py <out.xlsx>`.

What XlsxWriter cannot write (a calculation chain, threaded comments, printer settings, a macro project) is added to the
package afterwards, as Excel writes it. All names and figures are invented.
"""
import re, struct, sys, zipfile, zlib
import xlsxwriter

out = sys.argv[1]
macros = out.endswith('.xlsm')
raw = out + '.raw'
book = xlsxwriter.Workbook(raw)
book.set_properties({'title': 'Sổ theo dõi', 'author': 'Văn phòng', 'company': 'UBND xã'})
book.set_custom_property('Số lưu', 'VP-01')
book.define_name('Ngưỡng', "='Theo dõi của VP'!$H$2")

title = book.add_format({'bold': True, 'font_name': 'Times New Roman', 'font_size': 16, 'align': 'center', 'font_color': '#7F0000', 'bg_color': '#FFF2CC', 'border': 2})
head = book.add_format({'bold': True, 'text_wrap': True, 'border': 1, 'bg_color': '#D9E1F2', 'valign': 'vcenter', 'rotation': 0})
turned = book.add_format({'rotation': 90, 'border': 1, 'bg_color': '#FCE4D6'})
money = book.add_format({'num_format': '#,##0.00" đ"', 'border': 4, 'font_name': 'Cambria', 'italic': True, 'underline': 2})
day = book.add_format({'num_format': 'dd/mm/yyyy', 'pattern': 4, 'fg_color': '#C6E0B4', 'bg_color': '#FFFFFF'})
open_cell = book.add_format({'locked': False, 'hidden': True, 'indent': 2, 'diag_type': 3, 'diag_border': 1})
struck = book.add_format({'font_strikeout': True, 'font_script': 1, 'shrink': True})
red = book.add_format({'font_color': '#9C0006', 'bg_color': '#FFC7CE', 'bold': True})
green = book.add_format({'num_format': '0.0%', 'bottom': 5, 'bottom_color': '#00B050'})
bold, italic = book.add_format({'bold': True}), book.add_format({'italic': True, 'font_color': 'red'})


def decorate(sheet, top, name):
    """The same decorations on a sheet of the office and on one of ours, from row `top` (0-based)."""
    low = top + 12
    # Conditional formats of every kind.
    kinds = [
        {'type': 'cell', 'criteria': '>', 'value': 9, 'format': red, 'stop_if_true': True},
        {'type': 'cell', 'criteria': 'between', 'minimum': 1, 'maximum': 3, 'format': green},
        {'type': 'time_period', 'criteria': 'this month', 'format': red},
        {'type': 'time_period', 'criteria': 'last week', 'format': red},
        {'type': 'text', 'criteria': 'containing', 'value': 'trễ', 'format': red},
        {'type': 'average', 'criteria': 'above', 'format': green},
        {'type': 'duplicate', 'format': red}, {'type': 'unique', 'format': green},
        {'type': 'top', 'value': 10, 'criteria': '%', 'format': red}, {'type': 'bottom', 'value': 3, 'format': red},
        {'type': 'blanks', 'format': green}, {'type': 'no_blanks', 'format': green},
        {'type': 'errors', 'format': red}, {'type': 'no_errors', 'format': green},
        {'type': 'formula', 'criteria': '=$AB5>TODAY()', 'format': red, 'multi_range': 'AB5:AB9 AD5:AD9'},
        {'type': '2_color_scale'}, {'type': '3_color_scale', 'mid_type': 'percentile', 'mid_value': 40},
        {'type': 'data_bar', 'bar_color': '#63C384'},
        {'type': 'data_bar', 'data_bar_2010': True, 'bar_negative_color': 'red', 'bar_axis_position': 'middle'},
        {'type': 'icon_set', 'icon_style': '5_arrows', 'reverse_icons': True, 'icons_only': True},
    ]
    for options in kinds:
        sheet.conditional_format(top, 28, low, 30, options)
    # Validations of every kind.
    for column, options in enumerate([
        {'validate': 'integer', 'criteria': 'between', 'minimum': 0, 'maximum': 100, 'input_title': 'Nhập', 'input_message': 'Số nguyên', 'error_title': 'Sai', 'error_message': 'Chỉ nhận 0–100'},
        {'validate': 'decimal', 'criteria': '>=', 'value': 0.5, 'error_type': 'warning'},
        {'validate': 'list', 'source': ['Có', 'Không', 'Chưa rõ'], 'dropdown': True},
        {'validate': 'list', 'source': f"='{name}'!$AA$5:$AA$9"},
        {'validate': 'date', 'criteria': '>', 'value': '=TODAY()-365', 'error_type': 'information'},
        {'validate': 'length', 'criteria': '<', 'value': 50, 'ignore_blank': False},
        {'validate': 'custom', 'value': '=ISNUMBER(AB5)'},
    ]):
        sheet.data_validation(top, 26 + column, low, 26 + column, options)
    for row in range(top, low + 1):
        sheet.write_number(row, 26, row * 1.5, money)
        sheet.write_number(row, 27, 45000 + row, day)
        sheet.write_number(row, 28, (row * 7) % 11)
        sheet.write_string(row, 29, 'trễ hạn' if row % 3 == 0 else 'xong', struck)
        sheet.write_blank(row, 30, None, open_cell)
    sheet.write_rich_string(top, 31, 'Kết quả ', bold, 'rất tốt', ' nhưng ', italic, 'còn chậm', head)
    sheet.write_formula(top + 1, 31, f'=SUM(AA{top + 1}:AA{low + 1})', money, 1234.5)
    sheet.write_formula(top + 2, 31, '=IF(AC6>3,"Nhiều","Ít")', None, 'Ít')
    sheet.write_formula(top + 3, 31, '=1/0', None, '#DIV/0!')
    sheet.write_formula(top + 4, 31, '=AC6>1', None, 'TRUE')
    sheet.write_array_formula(top + 5, 31, top + 7, 31, f'{{=AA{top + 1}:AA{top + 3}*2}}', money, 0)
    sheet.write_formula(top + 8, 31, '=_xlfn.CONCAT("a","b")', None, 'ab')
    sheet.write_url(top + 9, 31, 'https://example.org/ke-hoach', string='Kế hoạch', tip='Mở kế hoạch')
    sheet.write_url(top + 10, 31, f"internal:'{name}'!A1", string='Về đầu trang')
    sheet.write_comment(top, 28, 'Số này lấy từ báo cáo quý', {'author': 'Nguyễn Văn Ghi', 'visible': True, 'color': '#FFFFCC', 'x_scale': 2})
    sheet.write_comment(top + 1, 28, 'Đã kiểm tra lại', {'author': 'Trần Thị Duyệt'})
    sheet.add_sparkline(top, 32, {'range': f"'{name}'!AA{top + 1}:AA{low + 1}", 'type': 'column', 'high_point': True})
    sheet.add_sparkline(top + 1, 32, {'range': f"'{name}'!AC{top + 1}:AC{low + 1}", 'markers': True, 'series_color': '#E965E0'})
    sheet.insert_image(top + 14, 27, IMAGE, {'object_position': 1, 'description': 'Con dấu minh họa', 'url': 'https://example.org/'})
    sheet.insert_textbox(top + 14, 30, 'Chỉ cán bộ thống kê được sửa.', {'font': {'bold': True, 'color': 'blue'}, 'fill': {'color': '#FFFFCC'}})
    for kind, row in (('column', 20), ('line', 36)):
        chart = book.add_chart({'type': kind})
        chart.add_series({'name': f"='{name}'!$AA$2", 'categories': f"='{name}'!$AB${top + 1}:$AB${low + 1}", 'values': f"='{name}'!$AC${top + 1}:$AC${low + 1}", 'data_labels': {'value': True}, 'trendline': {'type': 'linear'}})
        chart.set_title({'name': f'Biểu đồ {kind}'})
        sheet.insert_chart(top + row, 27, chart)
    sheet.set_column(33, 35, 14, None, {'level': 1, 'hidden': True})
    sheet.set_column(36, 36, 3, None, {'collapsed': True})
    # The last word to the right: the columns that an upgrade adds come after it.
    sheet.write_string(top, 36, '«', head)
    sheet.set_row(top + 11, 40, None, {'level': 1})
    sheet.set_row(top + 12, 18, red, {'hidden': True})
    sheet.set_h_pagebreaks([20, 40])
    sheet.set_v_pagebreaks([8])
    sheet.set_header('&L&"Times New Roman,Bold"UBND XÃ&C&A&RTrang &P/&N')
    sheet.set_footer('&LLưu: VP&R&D')
    sheet.set_landscape(); sheet.set_paper(9); sheet.set_margins(left=0.4, right=0.3); sheet.fit_to_pages(1, 0); sheet.center_horizontally()
    sheet.set_tab_color('#7030A0'); sheet.set_zoom(85); sheet.hide_gridlines(1)
    sheet.protect('mat-khau', {'format_cells': True, 'autofilter': True, 'sort': True})
    sheet.unprotect_range('AE5:AE17', 'Vùng nhập', 'vung')
    sheet.unprotect_range('AA5:AA9')
    sheet.ignore_errors({'number_stored_as_text': 'AD5:AD17'})


def png():
    rows = b''.join(b'\x00' + b'\xc0\x10\x20' * 40 for _ in range(40))
    chunk = lambda kind, data: struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 40, 40, 8, 2, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


IMAGE = out + '.png'
open(IMAGE, 'wb').write(png())

own = book.add_worksheet('Theo dõi của VP')
own.merge_range('A1:H1', 'SỔ THEO DÕI CỦA VĂN PHÒNG', title)
own.write('H2', 90)
own.write_row('A3', ['TT', 'Nội dung', 'Người làm', 'Hạn', 'Kinh phí', 'Đã chi', 'Còn lại', 'Ghi chú'])
rows = [[n, f'Việc số {n}', f'Cán bộ {n % 3}', 45300 + n, n * 1000, n * 400, None, ''] for n in range(1, 9)]
own.add_table('A3:H11', {'name': 'BangViec', 'data': rows, 'style': 'Table Style Medium 4', 'total_row': False, 'columns': [
    {'header': h} for h in ('TT', 'Nội dung', 'Người làm', 'Hạn', 'Kinh phí', 'Đã chi')] + [{'header': 'Còn lại', 'formula': '=[@[Kinh phí]]-[@[Đã chi]]'}, {'header': 'Ghi chú'}]})
own.freeze_panes(3, 2)
own.repeat_rows(0, 2); own.repeat_columns(0, 1); own.print_area('A1:H60')
decorate(own, 4, 'Theo dõi của VP')

# One of our own tabs as the office made it: its own order, its own columns, all of the decorations.
ours = book.add_worksheet('Nhập số liệu')
HEADERS = ['Ghi chú', 'Mã', 'Chỉ tiêu', 'Kỳ', 'Cột riêng của xã', 'Lĩnh vực', 'Đơn vị tính', 'Mức kế hoạch', 'Cách tính', 'Số liệu tính từ – đến', 'Kỳ trước', 'Tử số', 'Mẫu số', 'Kết quả nhập tay', 'Kết quả', 'Đánh giá', 'Diễn giải', 'Kết quả bằng lời', 'Nguyên nhân, giải trình', 'Đề xuất, kiến nghị', 'Minh chứng', 'Chủ trì', 'Ước thực hiện đến 31/12', 'Ý kiến chỉ đạo', 'Không nhắc đến hết ngày']
ours.merge_range('A1:Y1', 'NHẬP SỐ LIỆU THEO KỲ', title)
ours.write_row('A4', HEADERS, head)
ours.write_row('A5', ['theo công văn', 'T1.3', '', '6 tháng đầu năm 2024', 'việc riêng'])
ours.write_rich_string('R5', 'Đạt ', bold, 'khá')
ours.freeze_panes(4, 4)
ours.autofilter('A4:Y60')
ours.filter_column(4, 'x == việc*')
ours.repeat_rows(3); ours.print_area('A1:Y60')
decorate(ours, 4, 'Nhập số liệu')
book.define_name("'Nhập số liệu'!Ten_rieng", "='Nhập số liệu'!$E$5")

chart_sheet = book.add_chartsheet('Biểu đồ lớn')
big = book.add_chart({'type': 'pie'})
big.add_series({'values': "='Theo dõi của VP'!$AC$5:$AC$9"})
chart_sheet.set_chart(big)
hidden = book.add_worksheet('Danh mục')
hidden.write_column('A1', ['Cán bộ 0', 'Cán bộ 1', 'Cán bộ 2'])
hidden.hide()
own.activate()
book.close()

# What Excel writes and XlsxWriter does not.
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.microsoft.com/office'
with zipfile.ZipFile(raw) as package:
    parts = {name: package.read(name) for name in package.namelist()}
formulas = re.findall(rb'<c r="([A-Z]+\d+)"[^>]*><f', parts['xl/worksheets/sheet2.xml'])
parts['xl/calcChain.xml'] = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<calcChain xmlns="{MAIN}">' + ''.join(f'<c r="{c.decode()}" i="2"/>' for c in formulas) + '</calcChain>').encode()
parts['xl/persons/person.xml'] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<personList xmlns="{OFFICE}/spreadsheetml/2018/threadedcomments"><person displayName="Trần Thị Duyệt" id="{{11111111-1111-1111-1111-111111111111}}" userId="duyet" providerId="None"/></personList>'.encode()
parts['xl/threadedComments/threadedComment1.xml'] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ThreadedComments xmlns="{OFFICE}/spreadsheetml/2018/threadedcomments"><threadedComment ref="AC6" dT="2024-06-20T01:00:00.00" personId="{{11111111-1111-1111-1111-111111111111}}" id="{{22222222-2222-2222-2222-222222222222}}"><text>Đã kiểm tra lại</text></threadedComment></ThreadedComments>'.encode()
parts['xl/printerSettings/printerSettings1.bin'] = bytes(range(256))
rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
add = lambda part, text: parts.__setitem__(part, parts[part].replace(b'</Relationships>', text.encode() + b'</Relationships>'))
add('xl/_rels/workbook.xml.rels', f'<Relationship Id="rId901" Type="{rels}/calcChain" Target="calcChain.xml"/><Relationship Id="rId902" Type="{OFFICE}/2017/10/relationships/person" Target="persons/person.xml"/>')
add('xl/worksheets/_rels/sheet1.xml.rels', f'<Relationship Id="rId903" Type="{OFFICE}/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/><Relationship Id="rId904" Type="{rels}/printerSettings" Target="../printerSettings/printerSettings1.bin"/>')
types = '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/><Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
if macros:
    parts['xl/vbaProject.bin'] = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'Sub Auto_Open' * 50
    add('xl/_rels/workbook.xml.rels', f'<Relationship Id="rId905" Type="{OFFICE}/2006/relationships/vbaProject" Target="vbaProject.bin"/>')
    types += '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace(b'openxmlformats-officedocument.spreadsheetml.sheet.main+xml', b'ms-excel.sheet.macroEnabled.main+xml')
parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace(b'</Types>', types.encode() + b'</Types>')
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
    for name, data in parts.items():
        package.writestr(name, data)
import os
os.remove(raw); os.remove(IMAGE)
