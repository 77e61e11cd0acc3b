using System.Text.Json;
using XacThuc.Exchange.Tests.Houses;
using XacThuc.Exchange.Tests.Signing;
using Xunit;

namespace XacThuc.Exchange.Tests.Delivery;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(6)]
    public async Task A_clock_that_is_off_is_named_in_the_refusal(int minutes)
    {
        await using var houses = await TwoHouses.Open();
        houses.Asking.Clock.Offset = TimeSpan.FromMinutes(minutes);

        var answer = await houses.Asking.Tell(new Note("", "x"));

        var (code, sentence) = answer.Match(_ => ("", default), (code, sentence) => (code, sentence), _ => ("", default(BorderSentence)));
        Assert.Equal("clock.off", code);
        Assert.Contains("clock", sentence.En, StringComparison.Ordinal);
        Assert.Contains($"{Math.Abs(minutes)} phút", sentence.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_message_is_refused()
    {
        await using var houses = await TwoHouses.Open();
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-6);

        var (status, text) = await SignedRequest.Of(Question.Kind, """{"text":"x"}""", houses.Asking.Folder, at).Send(houses.Answering.Url);

        Assert.Equal((401, true), (status, text.Contains("clock.off", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_question_sent_twice_as_it_is_is_handled_once()
    {
        await using var houses = await TwoHouses.Open();
        var request = SignedRequest.Of(Question.Kind, """{"text":"x"}""", houses.Asking.Folder);

        var (first, _) = await request.Send(houses.Answering.Url);
        var (second, text) = await request.Send(houses.Answering.Url);

        Assert.Equal((200, 409), (first, second));
        Assert.Contains("message.repeated", text, StringComparison.Ordinal);
        Assert.Equal(1, houses.Answering.Asked.Times);
    }

    [Fact]
    public async Task A_question_from_before_a_restart_is_not_handled_again()
    {
        await using var houses = await TwoHouses.Open();
        var request = SignedRequest.Of(Question.Kind, """{"text":"x"}""", houses.Asking.Folder);
        await request.Send(houses.Answering.Url);
        await houses.Answering.Stop();
        await houses.Answering.Start();

        var (status, text) = await request.Send(houses.Answering.Url);

        Assert.Equal((409, true), (status, text.Contains("message.before_start", StringComparison.Ordinal)));
        Assert.Equal(1, houses.Answering.Asked.Times);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_id_is_not_taken_for_other_content(bool isKept)
    {
        await using var houses = await TwoHouses.Open();
        var kind = isKept ? Note.Kind : Question.Kind;
        var first = SignedRequest.Of(kind, isKept ? """{"about":"","text":"a"}""" : """{"text":"a"}""", houses.Asking.Folder);
        var other = SignedRequest.Of(kind, isKept ? """{"about":"","text":"b"}""" : """{"text":"b"}""", houses.Asking.Folder);
        await first.Send(houses.Answering.Url);

        var (status, text) = await (other with { Id = first.Id }).SignedBy(houses.Asking.Folder).Send(houses.Answering.Url);

        Assert.Equal((409, true), (status, text.Contains("message.other_content", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_kept_message_sent_twice_as_it_is_gets_the_same_answer_and_changes_nothing()
    {
        await using var houses = await TwoHouses.Open();
        var request = SignedRequest.Of(Note.Kind, """{"about":"","text":"abc"}""", houses.Asking.Folder);

        var first = await request.Send(houses.Answering.Url);
        var second = await request.Send(houses.Answering.Url);

        Assert.Equal((200, """{"length":3}"""), first);
        Assert.Equal(first, second);
        await using var db = houses.Answering.OpenDb();
        Assert.Single(db.Notes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"about":"","text":null}""")]
    [InlineData("""{"about":"","text":1}""")]
    [InlineData("""{"about":""}""")]
    [InlineData("""{"about":"","text":"secret","more":1}""")]
    [InlineData("""{"about":"","text":"secret","text":"b"}""")]
    public async Task Bad_json_is_refused_with_its_place_and_none_of_its_values(string json)
    {
        await using var houses = await TwoHouses.Open();

        var (status, text) = await SignedRequest.Of(Note.Kind, json, houses.Asking.Folder).Send(houses.Answering.Url);

        Assert.Equal(400, status);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal("message.unreadable", problem.RootElement.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_size_is_refused_before_it_is_read()
    {
        await using var houses = await TwoHouses.Open(before: both => both.Answering.Set = settings => settings with { MostBodyBytes = 1 << 20 });
        var json = $$"""{"about":"","text":"{{new string('x', 1 << 20)}}"}""";

        var (status, text) = await SignedRequest.Of(Note.Kind, json, houses.Asking.Folder).Send(houses.Answering.Url);

        Assert.Equal((413, true), (status, text.Contains("1 MB", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_body_that_swells_over_size_when_unpacked_is_refused()
    {
        await using var houses = await TwoHouses.Open(before: both => both.Answering.Set = settings => settings with { MostBodyBytes = 1 << 20 });

        var answer = await houses.Asking.Tell(new Note("", new string('x', 8 << 20)));

        Assert.Equal("message.too_large", answer.Outcome());
    }

    [Fact]
    public async Task A_kind_that_nobody_handles_is_refused()
    {
        await using var houses = await TwoHouses.Open();

        var answer = await houses.Asking.Client.Ask<Riddle, Reply>(
            new Riddle("?"), Guid.NewGuid(), TestContext.Current.CancellationToken);

        Assert.Equal("kind.unknown", answer.Outcome());
    }

    [Fact]
    public async Task A_handler_that_refuses_changes_nothing_and_is_heard()
    {
        await using var houses = await TwoHouses.Open();

        var answer = await houses.Asking.Tell(new Note("", "refuse"));

        Assert.Equal("note.refused", answer.Outcome());
        await using var db = houses.Answering.OpenDb();
        Assert.Empty(db.Messages);
    }

    [Fact]
    public async Task A_fault_of_a_handler_is_no_refusal()
    {
        await using var houses = await TwoHouses.Open();

        var answer = await houses.Asking.Tell(new Note("", "break"));

        Assert.Equal("unreachable", answer.Outcome());
    }

    [Fact]
    public void A_real_house_cannot_leave_its_messages_unsigned()
    {
        var settings = new BorderSettings
        {
            House = "a",
            Partner = "b",
            PartnerUrl = new Uri("http://127.0.0.1"),
            Folder = "",
            Signs = false,
        };

        Assert.Throws<InvalidOperationException>(() =>
            new Microsoft.Extensions.DependencyInjection.ServiceCollection().AddBorder<TestDb>(settings));
    }
}
