using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication;

/// <summary>Answers the health side about one record while somebody waits there: right or wrong per field, nothing else.</summary>
internal sealed class AuthenticateRecordHandler(RecordAuthentication authentication) : IBorderHandler<AuthenticateRecord, RowVerdict>
{
    public async Task<RowVerdict> Answer(BorderCall call, AuthenticateRecord message, CancellationToken stop)
    {
        var by = new Actor(message.Account, message.UnitCode, call.From);
        var result = await authentication.Run(by, message.Row, opensCases: true, stop);
        return result.TryGet(out var compared, out var refusal)
            ? ContractVerdict.ForHealth(message.Row, compared)
            : throw new BorderRefusedException(refusal.Code, refusal.Sentence.Vi, refusal.Sentence.En);
    }
}
