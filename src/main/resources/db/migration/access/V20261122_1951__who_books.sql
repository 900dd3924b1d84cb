-- As in businesses that begin today.
update role set permissions = permissions || array['appointment.view', 'appointment.edit'], version = version + 1, updated_at = now()
where standard is not null and permissions <> '{}' and not 'appointment.view' = any(permissions);
update role set permissions = permissions || array['price.edit'], version = version + 1, updated_at = now()
where standard in ('owner', 'manager') and permissions <> '{}' and not 'price.edit' = any(permissions);
