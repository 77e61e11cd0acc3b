using System.Collections.Concurrent;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>
/// Questions of one kind that wait to be asked. Who comes first goes at once; who comes while a bundle is under way goes
/// with the next one, under one signature with all others: when that one is back, or when enough have come to be worth it.
/// </summary>
internal sealed class QuestionLine<TMessage, TAnswer>(BorderSettings settings, Courier courier)
    where TMessage : class, IBorderMessage<TAnswer>
{
    private const int BundlesAtOnce = 4, WorthALane = 16;
    private const int TriesAfterRestart = 4;
    private static readonly TimeSpan AfterRestart = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentQueue<Question> _waiting = new();
    private int _under;

    public Task<BorderAnswer<TAnswer>> Ask(TMessage message, Guid id, CancellationToken stop)
    {
        var question = new Question(id, message);
        _waiting.Enqueue(question);
        if (TryTakeLane()) _ = Send();
        return stop.CanBeCanceled ? question.Answer.Task.WaitAsync(stop) : question.Answer.Task;
    }

    // Beside a bundle under way, a small one costs two more signatures on each side and is hardly sooner back.
    private bool TryTakeLane()
    {
        while (true)
        {
            var under = Volatile.Read(ref _under);
            if (under > 0 && (under >= BundlesAtOnce || _waiting.Count < WorthALane)) return false;
            if (Interlocked.CompareExchange(ref _under, under + 1, under) == under) return true;
        }
    }

    // The lane is given back before it is looked whether somebody waits: whoever comes after that look takes it.
    private async Task Send()
    {
        var bundle = new List<Question>();
        do
        {
            if (Fill(bundle)) await Send(bundle);
            Interlocked.Decrement(ref _under);
        }
        while (!_waiting.IsEmpty && TryTakeLane());
    }

    private bool Fill(List<Question> bundle)
    {
        bundle.Clear();
        while (bundle.Count < Bundle.Most && _waiting.TryDequeue(out var question)) bundle.Add(question);
        return bundle.Count > 0;
    }

    private async Task Send(List<Question> bundle)
    {
        try
        {
            using var body = Write(bundle);
            var parcel = new Parcel(
                BorderHeaders.PathOf(TMessage.Kind) + Bundle.PathEnd, Guid.NewGuid(), body.Bytes.Memory, body.Packing);
            var brought = await courier.Carry(parcel, CancellationToken.None);
            for (var i = 1; i < TriesAfterRestart && IsBeforeStart(brought); i++)
            {
                await Task.Delay(AfterRestart);
                brought = await courier.Carry(parcel, CancellationToken.None);
            }

            Deliver(bundle, brought);
        }
#pragma warning disable CA1031 // Whoever asked gets the fault; the line goes on for the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var question in bundle) question.Answer.TrySetException(fault);
        }
    }

    private static bool IsBeforeStart(Brought brought) =>
        string.Equals(brought.Problem?.Code, BorderProblems.BeforeStart.Code, StringComparison.Ordinal);

    private static WireBody Write(List<Question> bundle) => WireBody.Of(bundle, static (writer, bundle) =>
    {
        writer.WriteStartArray();
        foreach (var question in bundle) Bundle.WriteQuestion(writer, question.Id, question.Message);
        writer.WriteEndArray();
    });

    private void Deliver(List<Question> bundle, Brought brought)
    {
        var problem = brought.Problem;
        using var answer = brought.Answer;
        if (problem is null && !TryDeliver(bundle, answer)) problem = BorderProblems.NotTheirAnswer;
        if (problem is null) return;
        var told = BorderAnswer<TAnswer>.Of(problem);
        foreach (var question in bundle) question.Answer.TrySetResult(told);
    }

    private bool TryDeliver(List<Question> bundle, WireBody answer)
    {
        using var json = answer.TryUnpack(settings.MostBodyBytes);
        return json is not null && Bundle.TryReadAnswers<TAnswer>(
            json.Span, [.. bundle.Select(question => question.Id)],
            (i, given, problem) => bundle[i].Answer.TrySetResult(
                problem is null ? BorderAnswer<TAnswer>.Of(given!) : BorderAnswer<TAnswer>.Of(problem)));
    }

    private sealed record Question(Guid Id, TMessage Message)
    {
        // Whoever waits goes on in its own thread, not in the line's.
        public TaskCompletionSource<BorderAnswer<TAnswer>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
