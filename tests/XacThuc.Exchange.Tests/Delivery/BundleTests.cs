using XacThuc.Exchange.Tests.Houses;
using XacThuc.Exchange.Tests.Signing;
using Xunit;

namespace XacThuc.Exchange.Tests.Delivery;

public sealed class BundleTests
{
    private static readonly string Kind = Question.Kind + "/many";

    [Fact]
    public async Task Questions_of_one_moment_each_get_their_own_answer()
    {
        await using var houses = await TwoHouses.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => houses.Asking.Ask(new Question($"{i}"))));

        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"{i}"), answers.Select(answer => answer.Get().Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_answered_is_refused_alone()
    {
        await using var houses = await TwoHouses.Open();
        var (old, fresh) = (Guid.NewGuid(), Guid.NewGuid());
        await Send(houses, $$$"""[{"id":"{{{old}}}","message":{"text":"a"}}]""");

        var (status, text) = await Send(
            houses, $$$"""[{"id":"{{{old}}}","message":{"text":"a"}},{"id":"{{{old}}}","message":{"text":"b"}},{"id":"{{{fresh}}}","message":{"text":"c"}}]""");

        Assert.Equal(200, status);
        Assert.Contains("message.repeated", text, StringComparison.Ordinal);
        Assert.Contains("message.other_content", text, StringComparison.Ordinal);
        Assert.EndsWith($$$"""{"id":"{{{fresh}}}","answer":{"text":"c"}}]""", text, StringComparison.Ordinal);
        Assert.Equal(2, houses.Answering.Asked.Times);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("""[{"id":"1","message":{"text":"a"}}]""")]
    [InlineData("""[{"id":"9f2b4a57-0b57-4b0e-8a46-3c8a6bd1a111","message":null}]""")]
    [InlineData("""[{"id":"9f2b4a57-0b57-4b0e-8a46-3c8a6bd1a111","message":{"text":"a"}},]""")]
    [InlineData("""[{"id":"9f2b4a57-0b57-4b0e-8a46-3c8a6bd1a111","message":{"text":"a"}}] x""")]
    [InlineData("""[{"message":{"text":"a"},"id":"9f2b4a57-0b57-4b0e-8a46-3c8a6bd1a111"}]""")]
    public async Task A_bundle_of_another_form_is_refused_as_a_whole(string json)
    {
        await using var houses = await TwoHouses.Open();

        var (status, text) = await Send(houses, json);

        Assert.Equal((400, true), (status, text.Contains("message.unreadable", StringComparison.Ordinal)));
        Assert.Equal(0, houses.Answering.Asked.Times);
    }

    [Fact]
    public async Task A_house_that_has_just_started_is_asked_once_more()
    {
        await using var houses = await TwoHouses.Open();
        houses.Asking.Clock.Offset = TimeSpan.FromMilliseconds(-400);
        await houses.Answering.Stop();
        await houses.Answering.Start();

        var answer = await houses.Asking.Ask(new Question("?"));

        Assert.Equal("answered", answer.Outcome());
    }

    private static Task<(int Status, string Text)> Send(TwoHouses houses, string json) =>
        SignedRequest.Of(Kind, json, houses.Asking.Folder).Send(houses.Answering.Url);
}
