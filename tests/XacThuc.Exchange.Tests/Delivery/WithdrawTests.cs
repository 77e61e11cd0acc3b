using XacThuc.Exchange.Tests.Houses;
using Xunit;

namespace XacThuc.Exchange.Tests.Delivery;

public sealed class WithdrawTests
{
    [Fact]
    public async Task In_its_grace_a_message_can_be_taken_back()
    {
        await using var houses = await TwoHouses.Open();
        var id = Guid.NewGuid();
        await using var db = houses.Asking.OpenDb();
        houses.Asking.Outbox.Post<Note, NoteRead>(db, new Note("a:1", "x"), id, TimeSpan.FromMinutes(1));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.True(await houses.Asking.Outbox.TryWithdraw(db, id, TestContext.Current.CancellationToken));

        Assert.Empty(db.Messages);
    }

    [Fact]
    public async Task On_its_way_a_message_cannot_be_taken_back()
    {
        await using var houses = await TwoHouses.Open();
        var (id, arrived, go) = (Guid.NewGuid(), new TaskCompletionSource(), new TaskCompletionSource());
        houses.Answering.Before = async _ =>
        {
            arrived.TrySetResult();
            await go.Task;
            return true;
        };
        await using var db = houses.Asking.OpenDb();
        houses.Asking.Outbox.Post<Note, NoteRead>(db, new Note("a:1", "x"), id);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await arrived.Task;

        var isWithdrawn = await houses.Asking.Outbox.TryWithdraw(db, id, TestContext.Current.CancellationToken);

        go.SetResult();
        Assert.False(isWithdrawn);
    }
}
