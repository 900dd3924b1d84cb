-- Standard roles of businesses that began before there was a catalogue.
update role set permissions = permissions || 'settings.services'::text, version = version + 1, updated_at = now()
where standard in ('owner', 'manager') and permissions <> '{}' and not 'settings.services' = any(permissions);
