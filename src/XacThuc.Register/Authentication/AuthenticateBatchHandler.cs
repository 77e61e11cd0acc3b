using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication;

/// <summary>Answers the health side about a batch of a bulk run.</summary>
internal sealed class AuthenticateBatchHandler(RegisterDb db, BatchAuthentication authentication)
    : IBorderHandler<AuthenticateBatch, BatchVerdicts>
{
    /// <summary>The largest batch; a larger one would hold the database for too long.</summary>
    private const int MostRows = 10_000;

    public Task<BatchVerdicts> Answer(BorderCall call, AuthenticateBatch message, CancellationToken stop) =>
        message.Rows.Count <= MostRows
            ? authentication.Run(db, new Actor(call.From, message.UnitCode, call.From), message, stop)
            : throw new BorderRefusedException(
                "batch.too_large", "Một lượt có nhiều nhất 10.000 hồ sơ. Chia nhỏ rồi gửi lại.",
                "A batch has 10,000 records at most. Split it and send again.");
}
