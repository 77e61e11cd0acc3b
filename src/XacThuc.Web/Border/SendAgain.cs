using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Border;

/// <summary>An operator's word on messages that wait: send now, or give up.</summary>
public sealed class SendAgain(HouseDb db, OutboxBell bell, TimeProvider time)
{
    /// <summary>Sends one message now, or all that wait.</summary>
    public async Task<Result<int>> Now(long? key, Act act, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = time.GetUtcNow();
        var sent = await Waiting(key).ExecuteUpdateAsync(row => row.SetProperty(m => m.DueAt, now), stop);
        if (sent == 0) return NothingWaits;

        await db.Save(act, stop);
        await transaction.CommitAsync(stop);
        bell.Ring();
        return sent;
    }

    /// <summary>Gives one message up: it is not sent any more, and what stood behind it goes on.</summary>
    public async Task<Result<int>> GiveUp(long key, Act act, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(act.Reason))
        {
            return Refusal.NotAcceptable("message.no_reason", "Ghi lý do bỏ gửi thông điệp.", "Write why the message is given up.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var given = await Waiting(key).ExecuteUpdateAsync(row => row.SetProperty(m => m.State, MessageState.GivenUp), stop);
        if (given == 0) return NothingWaits;

        await db.Save(act, stop);
        await transaction.CommitAsync(stop);
        bell.Ring();
        return given;
    }

    private static Refusal NothingWaits => Refusal.NotThere(
        "message.not_waiting", "Thông điệp không còn chờ gửi. Tải lại trang để xem trạng thái mới.",
        "The message does not wait any more. Load the page again to see its state.");

    private IQueryable<KeptMessage> Waiting(long? key) => db.Set<KeptMessage>().Where(
        m => m.Direction == MessageDirection.Sent && m.State == MessageState.Waiting && (key == null || m.Id == key));
}
