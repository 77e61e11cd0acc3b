using XacThuc.Exchange.Delivery.Receiving;

namespace XacThuc.Exchange.Tests.Houses;

internal sealed class TellNote(TestDb db) : IBorderHandler<Note, NoteRead>
{
    public async Task<NoteRead> Answer(BorderCall call, Note message, CancellationToken stop)
    {
        if (message.Text is "refuse") throw new BorderRefusedException("note.refused", "Không nhận.", "Not taken.");
        if (message.Text is "break") throw new InvalidOperationException("A fault of the handler.");
        db.Notes.Add(new ToldNote { MessageId = call.MessageId, About = message.About, Text = message.Text });
        await db.SaveChangesAsync(stop);
        return new NoteRead(message.Text.Length);
    }
}

internal sealed class NoteAnswers(TestDb db) : IBorderAnswerHandler<Note, NoteRead>
{
    public async Task Answered(BorderCall call, Note message, NoteRead answer, CancellationToken stop)
    {
        db.Notes.Add(new ToldNote { MessageId = call.MessageId, About = "answer", Text = $"{answer.Length}" });
        await db.SaveChangesAsync(stop);
    }
}

internal sealed class AnswerQuestion(Asked asked) : IBorderHandler<Question, Reply>
{
    public Task<Reply> Answer(BorderCall call, Question message, CancellationToken stop)
    {
        asked.Count();
        return Task.FromResult(new Reply(message.Text));
    }
}

/// <summary>How often a house was asked.</summary>
internal sealed class Asked
{
    private int _times;

    public int Times => Volatile.Read(ref _times);

    public void Count() => Interlocked.Increment(ref _times);
}
