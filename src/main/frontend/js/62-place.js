// Where a new business is: read from the browser's time zone, and country, currency and zone kept together while
// nothing else was chosen. Without scripts, or with a browser that knows less, the person says it.
{
  const { on, each } = window.clientele;

  const zonesOf = (country) => {
    const region = new Intl.Locale("und", { region: country });
    return region.getTimeZones?.() ?? region.timeZones ?? [];
  };
  const offers = (select, value) => [...select.options].some((option) => option.value === value);
  const choose = (select, value) => {
    if (value && offers(select, value)) select.value = value;
  };

  each("form[data-place]", (form) => {
    const { country, currency, zone } = form.elements;
    if (form.querySelector("[aria-invalid]")) return;
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zonesOf(country.value).includes(here)) {
      const found = [...country.options].find((option) => zonesOf(option.value).includes(here));
      if (found) {
        country.value = found.value;
        choose(currency, JSON.parse(form.dataset.place)[found.value]);
      }
    }
    choose(zone, here);
  });

  on("change", "form[data-place] [name=country]", (country) => {
    const { currency, zone } = country.form.elements;
    choose(currency, JSON.parse(country.form.dataset.place)[country.value]);
    if (!zonesOf(country.value).includes(zone.value)) choose(zone, zonesOf(country.value)[0]);
  });
}
