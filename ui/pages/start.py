"""Start: what this is, and two doors."""

from __future__ import annotations

import streamlit as st

from ui import form, resources, state

t, model = state.translator(), resources.model()
progress = form.progress(model, state.assessment())

st.title(t("start.title"), anchor=False)
st.markdown(t("start.lead"))
facts = {
    "questions": t.number(len(model.asked)),
    "criteria": t.number(len(model.criteria)),
    "respondents": t.number(model.method.respondents),
}
st.markdown("\n".join(f"- {t(f'start.line_{line}', **facts)}" for line in range(1, 6)))

own, example = st.columns(2, gap="medium", border=True)
with own:
    st.header(t("start.own"), anchor=False)
    st.markdown(t("start.own_text"))
    if progress.answered:
        st.caption(t("start.answered", answered=t.number(progress.answered), asked=t.number(progress.asked)))
    label = t("start.own_go_on" if progress.answered else "start.own_begin")
    if st.button(label, key="begin", type="primary", width="stretch"):
        st.switch_page("ui/pages/assess.py", query_params=state.links())
with example:
    st.header(t("start.example"), anchor=False)
    st.markdown(t("start.example_text"))
    names = [one.office for one in resources.examples()]
    office = st.selectbox(t("start.example_choose"), names, key=state.key("example"))
    if st.button(t("start.example_open"), key="open_example", width="stretch"):
        st.switch_page("ui/pages/scorecard.py", query_params=state.links(example=office))
st.caption(t("start.source", respondents=facts["respondents"]))
