/* The page, its parts and the description of the API, as bytes of the program. */
    .section .rodata
    .global served_page, served_page_end
served_page:
    .incbin "page/index.html"
served_page_end:
    .global served_panel, served_panel_end
served_panel:
    .incbin "page/panel.js"
served_panel_end:
    .global served_script, served_script_end
served_script:
    .incbin "page/page.js"
served_script_end:
    .global served_style, served_style_end
served_style:
    .incbin "page/page.css"
served_style_end:
    .global served_openapi, served_openapi_end
served_openapi:
    .incbin "openapi.json"
served_openapi_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
