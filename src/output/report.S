/* The page of the HTML report, its style and its script, as bytes of the program. */
    .section .rodata
    .global tonelint_report_page, tonelint_report_page_end
    .hidden tonelint_report_page, tonelint_report_page_end
tonelint_report_page:
    .incbin "report/page.html"
tonelint_report_page_end:
    .global tonelint_report_style, tonelint_report_style_end
    .hidden tonelint_report_style, tonelint_report_style_end
tonelint_report_style:
    .incbin "report/report.css"
tonelint_report_style_end:
    .global tonelint_report_script, tonelint_report_script_end
    .hidden tonelint_report_script, tonelint_report_script_end
tonelint_report_script:
    .incbin "report/report.js"
tonelint_report_script_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
