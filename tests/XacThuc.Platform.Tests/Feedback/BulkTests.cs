using System.Net;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback;

/// <summary>Equal cases are answered at once, after they were shown; data are changed one by one.</summary>
public sealed class BulkTests
{
    [Fact]
    public async Task Those_chosen_are_shown_with_their_letter_before_anybody_is_told()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var (first, second, other) = await Three(given);

        var preview = await Post(given, "", ("How", "refuse"), ("Reason", nameof(RefusalReason.UnreadablePhoto)), Who(first), Who(second));
        var before = (await given.Now(first)).State;
        var told = await Post(given, "?handler=tell", ("How", "refuse"), ("Reason", nameof(RefusalReason.UnreadablePhoto)), ("Letter", "Ảnh mờ, xin gửi lại"), Who(first), Who(second));

        Assert.Contains("Ảnh mờ hoặc tối", preview.Page, StringComparison.Ordinal);
        Assert.Equal(FeedbackState.Open, before);
        Assert.Contains("2 reports were answered", told.Page, StringComparison.Ordinal);
        Assert.Equal(
            [(FeedbackState.Refused, "Ảnh mờ, xin gửi lại"), (FeedbackState.Refused, "Ảnh mờ, xin gửi lại"), (FeedbackState.Open, "")],
            (await given.Cases()).Select(one => (one.State, one.Letter)));
        Assert.Equal(FeedbackState.Open, (await given.Now(other)).State);
    }

    [Fact]
    public async Task What_somebody_answered_meanwhile_is_left_and_said()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var (first, second, _) = await Three(given);

        await given.Answer(first, "ask", null, ("letter", "Xin gửi mặt sau"));
        var told = await Post(given, "?handler=tell", ("How", "refuse"), ("Reason", nameof(RefusalReason.UnreadablePhoto)), Who(first), Who(second));

        Assert.Contains("1 reports were answered", told.Page, StringComparison.Ordinal);
        Assert.Contains("Somebody else has just worked on this report", told.Page, StringComparison.Ordinal);
        Assert.Equal((FeedbackState.Asked, FeedbackState.Refused), ((await given.Now(first)).State, (await given.Now(second)).State));
    }

    [Fact]
    public async Task Whose_data_are_right_already_is_told_so_and_nobody_else()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite, "Lý Văn Quân");
        var right = await given.Report(GivenFeedback.Form(("Form.Commune", "06226")));
        var wrong = await given.Report(GivenFeedback.Form(("Form.Name", "Nông Thị Hoa"), ("Form.IdNumber", ""), ("Form.Phone", "0912 100 001")));

        var told = await Post(given, "?handler=tell", ("How", "right"), ("Letter", "Đã đúng"), Who(right), Who(wrong));

        Assert.Contains("1 reports were answered", told.Page, StringComparison.Ordinal);
        Assert.Equal((FeedbackState.Accepted, FeedbackState.Open), ((await given.Now(right)).State, (await given.Now(wrong)).State));
    }

    [Fact]
    public async Task Another_units_cases_are_not_answered_though_they_are_named()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var (first, _, _) = await Three(given);
        var page = await given.Other.GetStringAsync("/lists", GivenHouse.Stop);

        using var told = await given.Other.Submit("/feedback/bulk?handler=tell", page, ("How", "refuse"), ("Reason", nameof(RefusalReason.UnreadablePhoto)), Who(first));

        Assert.Equal(FeedbackState.Open, (await given.Now(first)).State);
    }

    private static async Task<(FeedbackCase First, FeedbackCase Second, FeedbackCase Other)> Three(GivenFeedback given) => (
        await given.Report(GivenFeedback.Form()),
        await given.Report(GivenFeedback.Form(("Form.Name", "Nông Thị Hoa"), ("Form.IdNumber", ""), ("Form.Phone", "0912 100 001"))),
        await given.Report(GivenFeedback.Form(("Form.Name", "Hà Thị Lan"), ("Form.IdNumber", ""), ("Form.Phone", "0912 200 001"))));

    private static (string Name, string Value) Who(FeedbackCase one) => ("Who", $"{one.Id}.{one.Version}");

    private static async Task<(HttpStatusCode Status, string Page)> Post(GivenFeedback given, string handler, params (string Name, string Value)[] fields)
    {
        var page = await given.Station.GetStringAsync("/feedback/bulk", GivenHouse.Stop);
        using var answer = await given.Station.Submit($"/feedback/bulk{handler}", page, fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }
}
