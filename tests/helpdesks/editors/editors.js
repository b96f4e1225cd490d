// Rich editors as web pages have them. `mount[name](element, html)` makes one and gives what tells its own
// model as text: an editor whose page and model differ has lost words.
import {Editor as TipTap} from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import {Bold, ClassicEditor, Essentials, Italic, Paragraph} from "ckeditor5";
import {ContentState, Editor as DraftEditor, EditorState, convertFromHTML} from "draft-js";
import {createEmptyHistoryState, registerHistory} from "@lexical/history";
import {$generateNodesFromDOM} from "@lexical/html";
import {registerRichText} from "@lexical/rich-text";
import {$getRoot, createEditor} from "lexical";
import {baseKeymap} from "prosemirror-commands";
import {history, redo, undo} from "prosemirror-history";
import {keymap} from "prosemirror-keymap";
import {DOMParser as ProseParser} from "prosemirror-model";
import {schema} from "prosemirror-schema-basic";
import {EditorState as ProseState} from "prosemirror-state";
import {EditorView} from "prosemirror-view";
import Quill from "quill";
import React from "react";
import {createRoot} from "react-dom/client";
import {createEditor as createSlate, Node as SlateNode} from "slate";
import {withHistory} from "slate-history";
import {Editable, Slate, withReact} from "slate-react";

const h = React.createElement;

function dom_of(html) {
  const made = document.createElement("div");
  made.innerHTML = html;
  return made;
}

export const mount = {
  textarea(element, html) {
    const area = document.createElement("textarea");
    area.value = dom_of(html.replaceAll("</p><p>", "\n")).textContent;
    element.append(area);
    return () => area.value;
  },

  plain(element, html) {
    element.innerHTML = html;
    element.contentEditable = "true";
    return () => element.innerText;
  },

  prosemirror(element, html) {
    const view = new EditorView(element, {state: ProseState.create({
      doc: ProseParser.fromSchema(schema).parse(dom_of(html)),
      plugins: [history(), keymap({"Mod-z": undo, "Mod-y": redo}), keymap(baseKeymap)]})});
    return () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n");
  },

  tiptap(element, html) {
    const editor = new TipTap({element, content: html, extensions: [StarterKit]});
    return () => editor.getText({blockSeparator: "\n"});
  },

  async ckeditor(element, html) {
    const editor = await ClassicEditor.create(element, {
      licenseKey: "GPL", plugins: [Essentials, Paragraph, Bold, Italic], initialData: html});
    return () => dom_of(editor.getData().replaceAll("</p><p>", "\n")).textContent;
  },

  quill(element, html) {
    element.innerHTML = html;
    const editor = new Quill(element, {modules: {toolbar: false}});
    return () => editor.getText().replace(/\n$/, "");
  },

  lexical(element, html) {
    element.contentEditable = "true";
    element.style.whiteSpace = "pre-wrap";
    const editor = createEditor({onError(error) { throw error; }});
    editor.setRootElement(element);
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 0);
    editor.update(() => {
      const page = new DOMParser().parseFromString(html, "text/html");
      $getRoot().clear().append(...$generateNodesFromDOM(editor, page));
    }, {discrete: true});
    return () => editor.getEditorState().read(() => $getRoot().getTextContent()).replaceAll("\n\n", "\n");
  },

  slate(element, html) {
    const editor = withHistory(withReact(createSlate()));
    const value = [...dom_of(html).children].map((block) => ({
      type: "paragraph",
      children: [...block.childNodes].map((node) => ({
        text: node.textContent, bold: node.nodeName === "B", italic: node.nodeName === "I"}))}));
    const renderLeaf = ({attributes, children, leaf}) => h("span", attributes,
      leaf.bold ? h("b", null, children) : leaf.italic ? h("i", null, children) : children);
    const renderElement = ({attributes, children}) => h("p", attributes, children);
    createRoot(element).render(h(Slate, {editor, initialValue: value},
      h(Editable, {renderLeaf, renderElement, onKeyDown(event) {
        if ((event.ctrlKey || event.metaKey) && event.key === "z") {
          event.preventDefault();
          editor.undo();
        }
      }})));
    return () => editor.children.map((node) => SlateNode.string(node)).join("\n");
  },

  draft(element, html) {
    let now;
    const {contentBlocks, entityMap} = convertFromHTML(html);
    const first = EditorState.createWithContent(
      ContentState.createFromBlockArray(contentBlocks, entityMap));
    function Page() {
      const [state, change] = React.useState(first);
      now = state;
      return h(DraftEditor, {editorState: state, onChange: change, handleKeyCommand(command) {
        if (command !== "undo") return "not-handled";
        change(EditorState.undo(state));
        return "handled";
      }});
    }
    createRoot(element).render(h(Page));
    return () => now.getCurrentContent().getPlainText("\n");
  },
};
