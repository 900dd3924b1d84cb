package app.clientele.imports;

import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The work of imports, done in the background on whichever node is free, and gone on with after a
 * crash.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobs {
    private static final int TRIES = 10;
    static final TaskDescriptor<Work> TASK = TaskDescriptor.of("import", Work.class);

    /** What an import does to a record, so that the permission to import brings it along. */
    private static final Set<Permission> NEEDED =
            EnumSet.of(
                    Permission.CUSTOMER_IMPORT,
                    Permission.PROFILE_VIEW,
                    Permission.PROFILE_CONTACT,
                    Permission.PROFILE_EDIT,
                    Permission.NOTE_VIEW,
                    Permission.NOTE_EDIT,
                    Permission.TAG_ASSIGN,
                    Permission.APPOINTMENT_EDIT, // who may not book online
                    Permission.HISTORY_RESTORE);

    /**
     * Which import, whose business, and who asked.
     *
     * @param locked whether they may change locked records
     */
    record Work(UUID business, @Nullable UUID actor, boolean locked, UUID importId)
            implements Serializable {
        static Work of(Caller asking, UUID importId) {
            boolean locked = asking.may(Permission.PROFILE_LOCK);
            return new Work(asking.business(), asking.actor(), locked, importId);
        }

        Caller caller() {
            Set<Permission> permissions = EnumSet.copyOf(NEEDED);
            if (locked) {
                permissions.add(Permission.PROFILE_LOCK);
            }
            return new Caller(business, actor, Caller.Door.IMPORT, importId, permissions);
        }
    }

    @Bean
    OneTimeTask<Work> importTask(
            ObjectProvider<ImportRun> run,
            ObjectProvider<ImportUndo> undo,
            ObjectProvider<Imports> imports,
            ObjectProvider<ImportProgress> progress) {
        // asked for when work comes: the scheduler needs its tasks first, and the services need the
        // scheduler
        return Tasks.oneTime(TASK)
                .onFailure(
                        new MaxRetriesFailureHandler<>(
                                TRIES,
                                new OnFailureRetryLater<>(Duration.ofSeconds(10)),
                                (failed, operations) -> giveUp(failed, progress.getObject())))
                .execute((instance, context) -> {
                    Work work = instance.getData();
                    work.caller()
                            .run(() ->
                                    proceed(
                                            work.importId(),
                                            run.getObject(),
                                            undo.getObject(),
                                            imports.getObject()));
                });
    }

    /** Nobody should watch for ever something that will never end. */
    private static void giveUp(ExecutionComplete failed, ImportProgress told) {
        Work work = (Work) failed.getExecution().taskInstance.getData();
        work.caller()
                .run(() ->
                        told.finish(work.importId(), null, Import.State.FAILED, Import.BROKEN_OFF));
    }

    private static void proceed(UUID id, ImportRun run, ImportUndo undo, Imports imports) {
        switch (imports.get(id).state()) {
            case RUNNING -> {
                run.proceed(id);
                if (imports.get(id).state() == Import.State.UNDOING) {
                    undo.proceed(id); // somebody stopped it
                }
            }
            case UNDOING -> undo.proceed(id);
            case READY, DONE, FAILED, UNDONE -> {
                // somebody else finished it, or a kill came before the file was gone
                run.tidy(id);
            }
        }
    }
}
