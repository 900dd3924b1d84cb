-- what was migrated is not the application's to change
revoke all on ${flyway:table} from ${app_role};
