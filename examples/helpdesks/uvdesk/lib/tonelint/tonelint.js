// Puts a reply that UVdesk's server has held back into the editor again, and shows what was found in it.
addEventListener("load", () => {
  const {reply, answer, how} = window.tonelintHeld;
  const areas = [...document.querySelectorAll("textarea[name=reply]")];
  if (areas.length === 0) return;
  const editor_of = ({id}) => window.tinymce?.get(id);
  const put = (html) => areas.forEach((area) => {
    area.value = html;
    editor_of(area)?.setContent(html);
  });
  put(reply);
  const [area] = areas;
  const rich = editor_of(area);
  const adapter = rich ? Tonelint.whole_draft(() => rich.getContent(), put) : TonelintEditor.of(area);
  // The server alone reaches the service, and checks again what is sent again.
  const gate = {settings: {how}, look: async () => null, press: () => area.form.requestSubmit()};
  const drawer = Tonelint.Drawer.of({gate, adapter, context: () => ({reply}), again: () => {}});
  drawer.panel.setAttribute("delay", "off");
  drawer.show({send: false, answer});
});
