using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Tests.Houses;

/// <summary>A message that the border keeps.</summary>
internal sealed record Note(string About, string Text) : IBorderMessage<NoteRead>
{
    public static string Kind => "note.tell.v1";

    string IBorderMessage<NoteRead>.Subject => About;
}

internal sealed record NoteRead(int Length);

/// <summary>A question whose handler keeps what must be kept.</summary>
internal sealed record Question(string Text) : IBorderMessage<Reply>
{
    public static string Kind => "question.ask.v1";

    public static Keeping Keeping => Keeping.ByHandler;
}

internal sealed record Reply(string Text);

/// <summary>A message that no house handles.</summary>
internal sealed record Riddle(string Text) : IBorderMessage<Reply>
{
    public static string Kind => "riddle.ask.v1";
}
