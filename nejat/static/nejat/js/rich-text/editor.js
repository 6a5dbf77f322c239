// The editor of the package django-prose-editor, in one place.
export * from "../../../django_prose_editor/editor.js";
