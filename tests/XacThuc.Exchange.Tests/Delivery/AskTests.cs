using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Tests.Houses;
using Xunit;

namespace XacThuc.Exchange.Tests.Delivery;

public sealed class AskTests
{
    public static TheoryData<bool> Databases => TestDatabase.All;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Asked_again_under_the_same_id_the_kept_answer_comes(bool isPostgres)
    {
        await using var houses = await TwoHouses.Open(isPostgres);
        var id = Guid.NewGuid();

        var first = (await houses.Asking.Tell(new Note("a:1", "four"), id)).Get();
        var again = (await houses.Asking.Tell(new Note("a:1", "four"), id)).Get();

        Assert.Equal(4, first.Length);
        Assert.Equal(first, again);
        await using var db = houses.Answering.OpenDb();
        Assert.Equal(1, await db.Notes.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_is_answered_and_kept_by_nobody_but_its_handler()
    {
        await using var houses = await TwoHouses.Open();

        var answer = (await houses.Asking.Ask(new Question("chào"))).Get();

        Assert.Equal("chào", answer.Text);
        await using var db = houses.Answering.OpenDb();
        Assert.Equal(0, await db.Messages.CountAsync(TestContext.Current.CancellationToken));
    }
}
