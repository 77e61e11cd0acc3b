using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Hosting;
using Xunit;

namespace XacThuc.Platform.Tests.Messages;

/// <summary>Messages leave by the gateway: once each, whatever happens on the way.</summary>
public sealed class SendMessagesTests
{
    private const string Words = "Mời bà đến tiêm lúc 07:30 tại Trạm Y tế xã Hợp Thành";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_message_goes_out_as_the_provider_wants_it_without_marks(Database database)
    {
        await using var gateway = await GivenGateway.Open();
        await using var house = await GivenHouse.Start(database, messages: gateway.Settings());

        await Post(house, 1);
        var sent = await Until(house, MessageState.Sent);

        var asked = Assert.Single(gateway.All);
        Assert.Equal("Bearer s3cret-token", asked.Authorization);
        Assert.Equal(("84912000001", "Moi ba den tiem luc 07:30 tai Tram Y te xa Hop Thanh", "TYT CAO LOC"), (asked.Fields["msisdn"], asked.Fields["content"], asked.Fields["brandname"]));
        Assert.Equal((asked.KeyHeader, $"{sent.Key}"), (asked.Fields["clientId"], asked.KeyHeader));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_message_whose_answer_is_lost_is_asked_again_under_its_key_and_arrives_once(Database database)
    {
        await using var gateway = await GivenGateway.Open();
        gateway.Answers = (nth, context) =>
        {
            if (nth == 1) context.Abort();
            if (nth == 2) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await using var house = await GivenHouse.Start(database, messages: gateway.Settings());

        await Post(house, 1);
        var sent = await Until(house, MessageState.Sent);

        Assert.Equal((3, 3), (sent.Tries, gateway.All.Count));
        Assert.Single(gateway.Delivered);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_house_that_is_stopped_while_it_sends_goes_on_with_the_same_message(Database database)
    {
        await using var gateway = await GivenGateway.Open();
        gateway.Answers = (nth, context) => nth == 1 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask;
        await using var house = await GivenHouse.Start(database, messages: gateway.Settings());
        await Post(house, 1);
        while (gateway.All.IsEmpty) await Task.Delay(20, GivenHouse.Stop);

        await house.StartAgain();
        var left = await house.InDb(db => db.Set<ShortMessage>().AsNoTracking().SingleAsync());
        await LeaseIsOver(house);
        await Until(house, MessageState.Sent);

        Assert.Equal(MessageState.Waiting, left.State);
        Assert.Equal(2, gateway.All.Count);
        Assert.Single(gateway.Delivered);
    }

    [Fact]
    public async Task What_the_provider_refuses_for_good_is_given_up_and_holds_nobody_else_up()
    {
        await using var gateway = await GivenGateway.Open();
        gateway.Answers = (nth, context) =>
        {
            context.Response.StatusCode = nth == 1 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status202Accepted;
            return context.Response.WriteAsync("""{"error":"84912000001 is blocked"}""");
        };
        await using var house = await GivenHouse.Start(Database.Sqlite, messages: gateway.Settings());

        await Post(house, 1);
        var failed = await Until(house, MessageState.Failed);
        await Post(house, 2);
        await Until(house, MessageState.Sent);

        Assert.Equal(("http.422", 1), (failed.Problem, failed.Tries));
    }

    [Fact]
    public async Task An_answer_that_says_no_with_a_good_status_is_tried_again_and_its_words_are_not_kept()
    {
        await using var gateway = await GivenGateway.Open();
        gateway.Answers = (nth, context) => context.Response.WriteAsync(nth == 1 ? """{"CodeResult":"103"}""" : nth == 2 ? """{"CodeResult":"0912000001 has no money"}""" : """{"CodeResult":100}""");
        await using var house = await GivenHouse.Start(Database.Sqlite, messages: gateway.Settings(""", "successField": "CodeResult", "successValue": "100" """));

        await Post(house, 1);
        var problems = new HashSet<string>(StringComparer.Ordinal);
        ShortMessage message;
        do
        {
            message = await house.InDb(db => db.Set<ShortMessage>().AsNoTracking().SingleAsync());
            problems.Add(message.Problem);
            await Task.Delay(20, GivenHouse.Stop);
        }
        while (message.State != MessageState.Sent);

        Assert.Equal(["", "answer.103", "answer.other"], problems.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_came_too_late_or_names_no_phone_is_not_sent()
    {
        await using var gateway = await GivenGateway.Open();
        await using var house = await GivenHouse.Start(Database.Sqlite, messages: gateway.Settings());

        await Post(house, 1, useful: TimeSpan.FromMinutes(-1));
        var late = await Until(house, MessageState.Failed);

        Assert.Equal("late", late.Problem);
        Assert.Empty(gateway.All);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Words_and_phone_are_covered_while_they_wait_and_forgotten_in_time_those_of_a_code_at_once(Database database)
    {
        await using var gateway = await GivenGateway.Open();
        var open = new TaskCompletionSource();
        gateway.Answers = (_, _) => open.Task;
        await using var house = await GivenHouse.Start(database, messages: gateway.Settings());
        await Post(house, 1, MessageKind.Code);
        await Post(house, 2);

        var waiting = await All(house);
        open.SetResult();
        while ((await All(house)).Exists(message => message.State != MessageState.Sent)) await Task.Delay(20, GivenHouse.Stop);
        var sent = await All(house);
        await house.InDb(db => db.Set<ShortMessage>().ExecuteUpdateAsync(row => row.SetProperty(one => one.ForgetAt, DateTimeOffset.UnixEpoch)));
        await house.InScope(async services => await services.GetRequiredService<MessageOutbox>().Forget(services.GetRequiredService<PlatformDb>(), GivenHouse.Stop));
        var forgotten = await All(house);

        Assert.All(waiting, message => Assert.DoesNotContain("tiem", message.Words, StringComparison.Ordinal));
        Assert.Equal(("", "0912000002"), (sent[0].Phone, sent[1].Phone));
        Assert.All(forgotten, message => Assert.Equal(("", "", MessageState.Sent), (message.Words, message.Phone, message.State)));
    }

    [Theory]
    [InlineData("{ \"channel\": \"gateway\" }", "no gateway")]
    [InlineData("{ \"channel\": \"gateway\", \"gateway\": { \"address\": \"http://sms.example.vn/send\", \"token\": \"t\" } }", "https://")]
    [InlineData("{ \"channel\": \"gateway\", \"gateway\": { \"address\": \"https://sms.example.vn/send\", \"token\": \"\" } }", "gateway.token")]
    [InlineData("{ \"channel\": \"pigeon\" }", "line 1")]
    [InlineData("{ \"chanel\": \"print\" }", "line 1")]
    public async Task Settings_that_cannot_be_used_are_refused_at_the_start_and_say_what_is_wrong(string settings, string said)
    {
        var refused = await Assert.ThrowsAsync<UnusableSettingsException>(() => GivenHouse.Start(Database.Sqlite, messages: settings));

        Assert.StartsWith("messages.json: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private static Task<int> Post(GivenHouse house, int about, MessageKind kind = MessageKind.Invitation, TimeSpan? useful = null) => house.InScope(async services =>
    {
        var db = services.GetRequiredService<PlatformDb>();
        _ = PhoneNumber.TryParse($"091200000{about}", out var phone);
        services.GetRequiredService<MessageOutbox>().Post(
            db, kind, "day:BT-1", about, phone, Words, TimeProvider.System.GetUtcNow() + (useful ?? TimeSpan.FromHours(1)));
        return await db.SaveChangesAsync(GivenHouse.Stop);
    });

    private static Task<List<ShortMessage>> All(GivenHouse house) => house.InDb(db => db.Set<ShortMessage>().AsNoTracking().OrderBy(message => message.About).ToListAsync());

    private static async Task<ShortMessage> Until(GivenHouse house, MessageState state)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            if (await house.InDb(db => db.Set<ShortMessage>().AsNoTracking().FirstOrDefaultAsync(message => message.State == state)) is { } message) return message;
            await Task.Delay(20, GivenHouse.Stop);
        }

        throw new TimeoutException($"No message was {state} within half a minute.");
    }

    private static Task<int> LeaseIsOver(GivenHouse house) =>
        house.InDb(db => db.Set<ShortMessage>().ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, DateTimeOffset.UnixEpoch)));
}
