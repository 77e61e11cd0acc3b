using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>What a handler's refusal or fault becomes: the sender is told, the log has the rest.</summary>
internal sealed partial class HandlerFaults(ILogger<HandlerFaults> log)
{
    public BorderProblem ToProblem(Exception fault, string kind, Guid id)
    {
        if (fault is BorderRefusedException refused) return new BorderProblem(422, refused.Code, refused.Sentence.Vi, refused.Sentence.En);
        var reference = RandomNumberGenerator.GetString("ACDEFGHJKMNPQRTUVWXY34679", 8);

        // An exception's message may quote what the message held: kind and place are enough.
        Failed(kind, id, reference, fault.GetType().Name, fault.StackTrace ?? "");
        return BorderProblems.Fault(reference);
    }

    [LoggerMessage(LogLevel.Error, "Handling message {Id} of kind {Kind} failed, reference {Reference}: {Fault}\n{Place}")]
    private partial void Failed(string kind, Guid id, string reference, string fault, string place);
}
