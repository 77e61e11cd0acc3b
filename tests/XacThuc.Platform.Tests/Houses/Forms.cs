using System.Net.Http.Json;

namespace XacThuc.Platform.Tests.Houses;

/// <summary>Sends the forms of pages as a browser does, with their token.</summary>
internal static class Forms
{
    /// <summary>Sends fields to an address from a page.</summary>
    public static async Task<HttpResponseMessage> Submit(
        this HttpClient caller, string address, string page, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", TokenOf(page))).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await caller.PostAsync(address, form, GivenHouse.Stop);
    }

    /// <summary>Sends a file from a page.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient caller, string address, string page, string name, byte[] content, string field = "file", string organisation = "")
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), field, name },
            { new StringContent(TokenOf(page)), "__RequestVerificationToken" },
            { new StringContent(organisation), "organisation" },
        };
        return await caller.PostAsync(address, form, GivenHouse.Stop);
    }

    /// <summary>Sends what a page's script sends.</summary>
    public static async Task<HttpResponseMessage> Post<T>(this HttpClient caller, string address, string page, T content)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(content) };
        asked.Headers.Add("X-Form-Token", TokenOf(page));
        return await caller.SendAsync(asked, GivenHouse.Stop);
    }

    /// <summary>The token that a page's forms carry.</summary>
    public static string TokenOf(string page)
    {
        const string mark = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var start = page.LastIndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return page[start..page.IndexOf('"', start)];
    }
}
