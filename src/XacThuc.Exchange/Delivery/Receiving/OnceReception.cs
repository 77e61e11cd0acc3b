using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>Handles questions that the border does not keep: each once, one by one or many under one signature.</summary>
internal sealed class OnceReception(BorderSettings settings, SeenMessages seen, HandlerFaults faults, IServiceScopeFactory scopes)
{
    /// <summary>One question.</summary>
    public async Task<Outcome> Handle(IServiceProvider scope, Incoming message, BorderRoute route, CancellationToken stop)
    {
        if (seen.IsBeforeStart(message.At)) return new(default, BorderProblems.BeforeStart);
        if (!route.TryRead(message.Body.Span, message.Packing, settings.MostBodyBytes, out var read, out var problem)) return new(default, problem);
        if (Look(message.Id, message.Digest) is { } refusal) return new(default, refusal);
        return new(route.Pack(await route.Answer(scope, CallOf(message.Id, message), read, stop)), null);
    }

    /// <summary>Many questions: each is answered or refused by itself.</summary>
    public async Task<Outcome> HandleBundle(Incoming message, BorderRoute route, CancellationToken stop)
    {
        if (seen.IsBeforeStart(message.At)) return new(default, BorderProblems.BeforeStart);
        var questions = new List<BundledQuestion<object>>();
        using (var json = new WireBody(message.Body, message.Packing).TryUnpack(settings.MostBodyBytes))
        {
            if (json is null) return new(default, BorderProblems.NotPacked);
            if (!route.TryReadBundle(json.Span, questions)) return new(default, BorderProblems.NotReadable("$"));
        }

        if (Look(message.Id, message.Digest) is { } refusal) return new(default, refusal);
        var answers = new Task<(object? Answer, BorderProblem? Problem)>[questions.Count];
        for (var i = 0; i < answers.Length; i++) answers[i] = Answer(questions[i], message, route, stop);
        var given = await Task.WhenAll(answers);
        return new(
            WireBody.Of((questions, given, route), static (writer, all) =>
            {
                writer.WriteStartArray();
                for (var i = 0; i < all.given.Length; i++)
                {
                    if (all.given[i].Problem is { } problem) Bundle.WriteProblem(writer, all.questions[i].Id, problem);
                    else all.route.WriteBundled(writer, all.questions[i].Id, all.given[i].Answer!);
                }

                writer.WriteEndArray();
            }),
            null);
    }

    // In a scope of its own: they run side by side.
    private async Task<(object? Answer, BorderProblem? Problem)> Answer(
        BundledQuestion<object> question, Incoming message, BorderRoute route, CancellationToken stop)
    {
        if (Look(question.Id, question.Digest) is { } refusal) return (null, refusal);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return (await route.Answer(scope.ServiceProvider, CallOf(question.Id, message), question.Message, stop), null);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            return (null, faults.ToProblem(fault, route.Kind, question.Id));
        }
    }

    private BorderCall CallOf(Guid id, Incoming message) => new(id, settings.Partner, message.At);

    private BorderProblem? Look(Guid id, ReadOnlySpan<byte> digest) => seen.See(id, digest) switch
    {
        Sight.First => null,
        Sight.Repeated => BorderProblems.Repeated,
        Sight.OtherContent => BorderProblems.OtherContent,
        Sight.TooMany => BorderProblems.Busy,
    };
}
